import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import overlay from '../../ui/overlay.module.css'
import { pageCommands } from '../../ui/page-commands.ts'
import { useWords } from '../../words/words.ts'
import styles from './palette.module.css'
import type { Command } from './command.ts'
import { useActCommands } from './use-act-commands.tsx'
import { useDoCommands } from './use-do-commands.tsx'
import { useGoCommands } from './use-go-commands.tsx'
import { useRecordCommands } from './use-record-commands.tsx'
import { useThingCommands } from './use-thing-commands.tsx'
import { useTransactionCommands } from './use-transaction-commands.tsx'

type PaletteProps = {
  readonly onClose: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

const mostFound = 40

/** Everything there is, found by typing. */
export default function Palette({ onClose, onUndo, onRedo }: PaletteProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [ofPage] = useState<readonly Command[]>(pageCommands)
  const actions: readonly Command[] = [
    ...ofPage,
    ...useActCommands(onUndo, onRedo),
    ...useRecordCommands(),
    ...useGoCommands(),
    ...useDoCommands(),
  ]
  const things = useThingCommands()
  const transactions = useTransactionCommands(text)
  const words = foldText(text).split(/\s+/u).filter(Boolean)
  const commands = [
    ...[...actions, ...things].filter(({ name }) =>
      words.every(word => foldText(name).includes(word)),
    ),
    ...(text.trim() === '' ? [] : transactions),
  ].slice(0, mostFound)

  return (
    <ModalOverlay
      className={`${overlay['scrim']} ${overlay['atTop']}`}
      isOpen
      isDismissable
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <Modal className={`${overlay['modal']} ${overlay['wide']}`}>
        <Dialog
          className={styles['palette'] ?? ''}
          aria-label={t('shell.commands')}
        >
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField
              className={styles['search'] ?? ''}
              aria-label={t('shell.commands')}
              autoFocus
            >
              <IconSearch size={20} aria-hidden />
              <Input placeholder={t('shell.commandsHint')} dir="auto" />
            </TextField>
            <Menu
              className={styles['menu'] ?? ''}
              aria-label={t('shell.commands')}
              items={commands}
              onAction={id => {
                onClose()
                commands.find(each => each.id === id)?.run()
              }}
              renderEmptyState={() => (
                <p className={styles['nothing']}>{t('shell.nothingFound')}</p>
              )}
            >
              {({ id, name, icon, shortcut, details }) => (
                <MenuItem
                  id={id}
                  className={overlay['item'] ?? ''}
                  textValue={name}
                >
                  {icon}
                  <span dir="auto">{name}</span>
                  {shortcut !== undefined && <kbd>{shortcut}</kbd>}
                  {details !== undefined && <small>{details}</small>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
