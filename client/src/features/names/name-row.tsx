import { IconDots } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import {
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import { NameField } from './name-field.tsx'
import styles from './names.module.css'

type NameRowProps = {
  readonly name: string
  /** Before the name: an icon, a handle. */
  readonly children?: ReactNode
  /** Behind the name, quieter. */
  readonly note?: string | undefined
  /** Beside the name. */
  readonly mark?: ReactNode
  readonly count: number
  /** Its transactions. */
  readonly filter: TransactionFilter
  readonly isRenaming: boolean
  readonly entries: readonly MenuEntry[]
  readonly onRename: (name: string) => void
  readonly onRenaming: (isRenaming: boolean) => void
}

/** A name, how often it is used, and what can be done with it. */
export function NameRow(props: NameRowProps) {
  const { name, children, note, count, filter, entries, onRenaming } = props
  const { t } = useWords()
  const mayWrite = useMayWrite()
  const open = mayWrite ? entries : entries.filter(({ id }) => id === 'history')
  const comesBack = useRef(false)

  function focusAgain(button: HTMLButtonElement | null) {
    if (button === null || !comesBack.current) return
    comesBack.current = false
    button.focus()
  }

  return (
    <>
      {children}
      {props.isRenaming ? (
        <NameField
          name={name}
          onRename={props.onRename}
          onClose={isByKey => {
            comesBack.current = isByKey
            onRenaming(false)
          }}
        />
      ) : (
        <button
          ref={focusAgain}
          type="button"
          disabled={!mayWrite}
          className={styles['name']}
          title={mayWrite ? t('names.rename') : undefined}
          onClick={() => onRenaming(true)}
        >
          <span dir="auto">{name}</span>
          {note !== undefined && <small dir="auto">{note}</small>}
        </button>
      )}
      <span className={styles['end']}>
        {props.mark}
        {count === 0 ? (
          <span className={styles['count']}>{t('names.unused')}</span>
        ) : (
          <Link
            className={styles['count']}
            to={`/transactions?${filterToSearch(filter)}`}
          >
            {t('names.uses', { count })}
          </Link>
        )}
      </span>
      {open.length > 0 && (
        <Menu label={t('names.actionsOf', { name })} entries={open}>
          <IconButton label={t('names.actionsOf', { name })}>
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu>
      )}
    </>
  )
}
