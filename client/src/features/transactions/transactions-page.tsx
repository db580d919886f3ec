import { IconArrowsLeftRight } from '@tabler/icons-react'
import { Suspense, useMemo, useRef, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import {
  filterToSearch,
  isEmptyFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { TransactionOrder } from '@ourmoney/shared/transaction/order.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { later, useLoadedSoon } from '../../ui/later.tsx'
import { usePageCommands } from '../../ui/page-commands.ts'
import { Notice } from '../../ui/states.tsx'
import { useIsDesk } from '../../ui/use-media.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useStable } from '../../ui/use-stable.ts'
import { useStuckEnd } from '../../ui/use-stuck-end.ts'
import { useWords } from '../../words/words.ts'
import { EmptyList } from './empty-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import { filterAt, type ListPlace } from './list-place.ts'
import { PeriodBar } from './period-bar.tsx'
import { TransactionList, type ActiveRow } from './transaction-list.tsx'
import styles from './transactions.module.css'
import { UpcomingPlace } from './upcoming-place.tsx'
import { useListAddress } from './use-list-address.ts'
import { useListWindow } from './use-list-window.ts'
import { useNames } from './use-names.ts'
import { useTicked } from './use-ticked.ts'

const FormDialog = later(() => import('./form-dialog.tsx'))
const RecordPanel = later(() => import('./record-panel.tsx'))
const SelectionBar = later(() => import('./selection-bar.tsx'))
const parts = [FormDialog, RecordPanel, SelectionBar]
function isNewestFirst({ by, descending }: TransactionOrder): boolean {
  return by === 'date' && descending
}

const noRow: ActiveRow = { index: -1, align: 'auto' }

export default function TransactionsPage() {
  return <TransactionsScreen />
}

type TransactionsScreenProps = ListPlace & {
  /** Stays in sight above the list. */
  readonly bar?: ReactNode
}

export function TransactionsScreen(props: TransactionsScreenProps) {
  const { account, statementDate, bar } = props
  const { t } = useWords()
  useLoadedSoon(parts)
  const isDesk = useIsDesk()
  const address = useListAddress()
  const { order, record } = address
  const filter = useMemo(
    () => filterAt({ account, statementDate }, address.filter),
    [address.filter, account, statementDate],
  )
  const names = useNames()
  const list = useListWindow({ filter, order, account })
  const { answer } = list
  const count = answer?.count ?? 0
  const ticked = useTicked(props, filter, answer)
  const [place, setPlace] = useState<ActiveRow>(noRow)
  const navigate = useNavigate()
  const searchRef = useRef<HTMLInputElement>(null)
  // On a phone the month alone stays, without the tools.
  const [stuckEnd, stuckRef] = useStuckEnd()
  const mayWrite = useMayWrite()
  const sync = useView({ view: 'sync' })
  const active = place.index
  const activeRow = answer?.rows[active - answer.from]
  usePageCommands(
    ticked.join === undefined
      ? []
      : [
          {
            id: 'join',
            name: t('transfers.join'),
            icon: <IconArrowsLeftRight size={18} aria-hidden />,
            run: ticked.join,
          },
        ],
  )

  function goTo(index: number, align: ActiveRow['align'] = 'auto') {
    setPlace({ index, align })
  }

  function remove(id: string | undefined) {
    if (id === undefined || !mayWrite) return
    if (record === id) address.openRecord(undefined)
    ticked.removeOne(id)
  }

  function removeTickedOr(row: TransactionRow | undefined) {
    if (ticked.count > 0) ticked.remove()
    else remove(row?.id)
  }

  const openRow = useStable((row: TransactionRow) => {
    const at = answer?.rows.findIndex(({ id }) => id === row.id) ?? -1
    if (answer !== undefined && at >= 0) goTo(answer.from + at)
    address.openRecord(row.id)
  })
  const tickRow = useStable((row: TransactionRow) => {
    if (mayWrite) ticked.tick(row)
  })
  const editRow = useStable((row: TransactionRow) => {
    if (mayWrite) address.openForm({ edit: row.id })
  })
  const removeRow = useStable((row: TransactionRow) => remove(row.id))
  const closeForm = useStable(() => address.openForm(undefined))
  const addOne = mayWrite
    ? () => address.openForm({ add: 'expense' })
    : undefined

  useShortcuts({
    '/': () => searchRef.current?.focus(),
    j: () => goTo(Math.min(count - 1, active + 1)),
    k: () => goTo(Math.max(0, active - 1)),
    x: () => {
      if (activeRow !== undefined) tickRow(activeRow)
    },
    e: () => {
      if (activeRow !== undefined) editRow(activeRow)
    },
    Enter: () => {
      if (activeRow !== undefined) address.openRecord(activeRow.id)
    },
    Delete: () => removeTickedOr(activeRow),
    Backspace: () => removeTickedOr(activeRow),
    Escape: () => {
      if (ticked.count > 0) ticked.clear()
      else if (record !== undefined) address.openRecord(undefined)
    },
  })

  const isTicking = ticked.count > 0 || statementDate !== undefined
  const listLook = !mayWrite
    ? styles['reading']
    : isTicking
      ? styles['selecting']
      : ''
  const isSidePanel = isDesk && record !== undefined
  return (
    <div style={{ '--stuck-end': `${stuckEnd}px` } as object}>
      <header className={styles['head']} ref={isDesk ? stuckRef : null}>
        {account === undefined ? (
          <PeriodBar
            stuckRef={isDesk ? undefined : stuckRef}
            filter={filter}
            names={names}
            answer={answer}
            first={list.first}
            onGoTo={row => goTo(row, 'start')}
            onChange={address.setFilter}
          />
        ) : (
          <div className={styles['bar']} ref={isDesk ? null : stuckRef}>
            {bar}
          </div>
        )}
        <FilterBar
          filter={address.filter}
          isInAccount={account !== undefined}
          order={order}
          names={names}
          count={answer?.count}
          isConnected={sync !== undefined && sync.phase !== 'local-only'}
          searchRef={searchRef}
          onSearch={address.search}
          onChange={address.setFilter}
          onOrder={address.setOrder}
          onAdd={addOne}
          onExport={() => void navigate(`/files?${filterToSearch(filter)}`)}
          onSelectAll={mayWrite ? ticked.tickAll : undefined}
        />
      </header>
      <div
        className={`${styles['columns']} ${isSidePanel ? styles['withPanel'] : ''}`}
      >
        <div className={listLook}>
          {sync?.loading === true && (
            <Notice>{t('transactions.loadingLedger')}</Notice>
          )}
          {isNewestFirst(order) && statementDate === undefined && (
            <UpcomingPlace lookups={names.lookups} filter={filter} />
          )}
          {answer !== undefined && count === 0 && sync?.loading === false ? (
            <EmptyList
              isFiltered={!isEmptyFilter(address.filter)}
              onClear={() => address.setFilter({})}
              onAdd={addOne}
            />
          ) : (
            answer !== undefined && (
              <TransactionList
                answer={answer}
                isByDate={order.by === 'date'}
                hasNets={account === undefined}
                stuckEnd={stuckEnd}
                names={names}
                active={place}
                ticked={ticked.shown}
                onFirst={list.setFirst}
                onOpen={openRow}
                onTick={tickRow}
                onEdit={mayWrite ? editRow : undefined}
                onRemove={removeRow}
              />
            )
          )}
          {ticked.count > 0 && (
            <Suspense>
              <SelectionBar
                count={ticked.count}
                names={names}
                onEdit={ticked.edit}
                onTag={ticked.tag}
                onCategory={ticked.recategorise}
                onJoin={ticked.join}
                onRemove={ticked.remove}
                onClear={ticked.clear}
              />
            </Suspense>
          )}
        </div>
        {record !== undefined && (
          <Suspense>
            <RecordPanel
              id={record}
              names={names}
              isSide={isSidePanel}
              onEdit={() => address.openForm({ edit: record })}
              onRemove={() => remove(record)}
              onClose={() => address.openRecord(undefined)}
            />
          </Suspense>
        )}
      </div>
      {mayWrite && address.form !== undefined && (
        <Suspense>
          <FormDialog
            key={JSON.stringify(address.form)}
            form={address.form}
            account={account}
            names={names}
            onClose={closeForm}
          />
        </Suspense>
      )}
    </div>
  )
}
