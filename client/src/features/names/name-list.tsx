import { useState, type ReactNode } from 'react'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import { entryIcons } from './entry-icons.tsx'
import { NameRow } from './name-row.tsx'
import styles from './names.module.css'

export type Named = {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  readonly mark?: ReactNode
  readonly count: number
  readonly filter: TransactionFilter
  readonly icon: ReactNode
}

type NameListProps = {
  readonly label: string
  readonly names: readonly Named[]
  readonly entriesOf: (name: Named) => readonly MenuEntry[]
  readonly onRename: (id: string, name: string) => void
}

/** More than anybody reads; search finds the rest. */
const most = 200

/** Names in their alphabetical order. */
export function NameList(props: NameListProps) {
  const { label, names, entriesOf, onRename } = props
  const { t } = useWords()
  const [renaming, setRenaming] = useState<string>()
  const rest = names.length - most
  return (
    <>
      <ul className={styles['rows']} aria-label={label}>
        {names.slice(0, most).map(name => (
          <li key={name.id} className={`${styles['row']} ${styles['plain']}`}>
            <NameRow
              name={name.name}
              note={name.note}
              mark={name.mark}
              count={name.count}
              filter={name.filter}
              isRenaming={renaming === name.id}
              entries={[
                {
                  id: 'rename',
                  name: t('names.rename'),
                  icon: entryIcons.rename,
                  onPress: () => setRenaming(name.id),
                },
                ...entriesOf(name),
              ]}
              onRename={next => onRename(name.id, next)}
              onRenaming={isOn => setRenaming(isOn ? name.id : undefined)}
            >
              {name.icon}
            </NameRow>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles['quiet']}>{t('names.more', { count: rest })}</p>
      )}
    </>
  )
}
