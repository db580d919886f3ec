import {
  IconCategory,
  IconCheck,
  IconHash,
  IconMinus,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { readTags } from '@ourmoney/shared/transaction/parse-draft.ts'
import type { RowChange } from '../../data/statements.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { ImportNames } from './use-import-names.ts'

type SelectBarProps = {
  readonly count: number
  /** Rows of the tab. */
  readonly all: number
  readonly names: ImportNames
  readonly onAll: () => void
  readonly onChange: (change: RowChange) => void
  readonly onEnd: () => void
}

const fields = ['category', 'member', 'tags'] as const
type Field = (typeof fields)[number]
const looks = {
  category: ['common.category', IconCategory],
  member: ['common.member', IconUser],
  tags: ['common.tags', IconHash],
} as const

/** What can be done to many rows at once. */
export function SelectBar(props: SelectBarProps) {
  const { count, all, names, onAll, onChange, onEnd } = props
  const { t } = useWords()
  const [field, setField] = useState<Field>()
  const isNone = count === 0
  return (
    <div
      className={styles['selection']}
      role="toolbar"
      aria-label={t('imports.selectMany')}
    >
      <strong>{t('transactions.selected', { count })}</strong>
      <Button onPress={onAll}>{t('imports.selectAll', { count: all })}</Button>
      <Button isDisabled={isNone} onPress={() => onChange({ isTaken: true })}>
        <IconCheck size={18} aria-hidden />
        {t('imports.takeThem')}
      </Button>
      <Button isDisabled={isNone} onPress={() => onChange({ isTaken: false })}>
        <IconMinus size={18} aria-hidden />
        {t('imports.leaveThem')}
      </Button>
      {fields.map(each => {
        const [words, Icon] = looks[each]
        return (
          <Button key={each} isDisabled={isNone} onPress={() => setField(each)}>
            <Icon size={18} aria-hidden />
            {t(words)}
          </Button>
        )
      })}
      <IconButton label={t('imports.endSelect')} shortcut="Esc" onPress={onEnd}>
        <IconX size={20} aria-hidden />
      </IconButton>
      {field !== undefined && (
        <OneField
          field={field}
          names={names}
          onApply={change => {
            setField(undefined)
            onChange(change)
          }}
          onClose={() => setField(undefined)}
        />
      )}
    </div>
  )
}

type OneFieldProps = {
  readonly field: Field
  readonly names: ImportNames
  readonly onApply: (change: RowChange) => void
  readonly onClose: () => void
}

function OneField({ field, names, onApply, onClose }: OneFieldProps) {
  const { t } = useWords()
  const [value, setValue] = useState<string>()
  const label = t(looks[field][0])
  const isEmpty = (value ?? '').trim() === ''

  function apply() {
    if (isEmpty) return
    onApply(
      field === 'tags' ? { tags: readTags(value ?? '') } : { [field]: value },
    )
  }

  return (
    <Dialog
      title={label}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={apply}>
        {field === 'tags' ? (
          <TextField
            label={label}
            note={t('imports.tagsNote')}
            value={value ?? ''}
            onChange={setValue}
            autoFocus
          />
        ) : (
          <ComboField
            label={label}
            value={value}
            choices={
              field === 'category' ? names.categories.expense : names.members
            }
            onChange={setValue}
            autoFocus
          />
        )}
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={isEmpty}>
            {t('imports.apply')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
