import { useRef } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { useMayWrite } from '../../acts/may-write.tsx'
import { Amount } from '../../ui/amount.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import { AccountRow } from './account-row.tsx'
import styles from './accounts.module.css'
import type { Group, Held } from './groups.ts'

type AccountGroupProps = {
  readonly group: Group
  readonly base: string
  readonly entriesOf: (held: Held) => readonly MenuEntry[]
  readonly onMove: (
    id: string,
    target: string,
    place: 'before' | 'after',
  ) => void
}

/** Accounts of one type in their order; dragged by the handle, with a pointer or from the keyboard. */
export function AccountGroup(props: AccountGroupProps) {
  const { group, base, entriesOf, onMove } = props
  const { t, locale } = useWords()
  const { type, held, sumMinor } = group
  const words = t(`accounts.types_${type}`)
  const isOrdered = useMayWrite() && held.length > 1
  const dragged = useRef<string>(undefined)
  const { dragAndDropHooks } = useDragAndDrop<Held & { readonly id: string }>({
    isDisabled: !isOrdered,
    getItems: (_, items) =>
      items.map(({ account }) => ({ 'text/plain': account.name })),
    onDragStart: ({ keys }) => {
      dragged.current = String([...keys][0])
    },
    onReorder: ({ target }) => {
      if (dragged.current === undefined) return
      if (target.dropPosition === 'on') return
      onMove(dragged.current, String(target.key), target.dropPosition)
    },
  })
  return (
    <section className={styles['card']} aria-label={words}>
      <header className={styles['groupHead']}>
        <h2>{words}</h2>
        {held.length > 1 && sumMinor !== undefined && (
          <Amount minor={sumMinor} currency={base} locale={locale} />
        )}
      </header>
      <GridList
        className={styles['rows'] ?? ''}
        aria-label={words}
        items={held.map(each => ({ ...each, id: each.account._id }))}
        dependencies={[base, entriesOf, isOrdered]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
      >
        {each => (
          <GridListItem
            id={each.id}
            textValue={each.account.name}
            className={styles['row'] ?? ''}
          >
            <AccountRow
              held={each}
              base={base}
              isOrdered={isOrdered}
              entries={entriesOf(each)}
            />
          </GridListItem>
        )}
      </GridList>
    </section>
  )
}
