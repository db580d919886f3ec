import { IconArrowsLeftRight, IconInbox, IconPlus } from '@tabler/icons-react'
import { Suspense, useMemo, useRef, useState, type ReactNode } from 'react'
import {
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { PartsChoice } from '@ourmoney/shared/transaction/recategorise.ts'
import type { DoneWords } from '../../acts/acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import type { Change } from '../../data/changes.ts'
import type { TransactionRow } from '../../data/views/transactions.ts'
import { download } from '../../platform/download.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { usePageCommands } from '../../ui/page-commands.ts'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { later, useLoadedSoon } from '../../ui/later.tsx'
import { useIsDesk } from '../../ui/use-media.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useStable } from '../../ui/use-stable.ts'
import { useStuckEnd } from '../../ui/use-stuck-end.ts'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { FilterBar } from './filter-bar.tsx'
import { block, listQuery } from './list-query.ts'
import { PeriodBar } from './period-bar.tsx'
import {
  allTicked,
  countTicked,
  nothingTicked,
  pairTicked,
  selectionOf,
  tick,
  type Ticked,
} from './selection.ts'
import { TransactionList, type ActiveRow } from './transaction-list.tsx'
import styles from './transactions.module.css'
import { useListAddress } from './use-list-address.ts'
import { useNames } from './use-names.ts'
import { usePairActs, type PairIds } from './use-pair-acts.ts'

const FormDialog = later(() => import('./form-dialog.tsx'))
const RecordPanel = later(() => import('./record-panel.tsx'))
const SelectionBar = later(() => import('./selection-bar.tsx'))
const parts = [FormDialog, RecordPanel, SelectionBar]
const noRow: ActiveRow = { index: -1, align: 'auto' }

export default function TransactionsPage() {
  return <TransactionsScreen />
}

type TransactionsScreenProps = {
  /** Only this account's, as it sees them. */
  readonly account?: string | undefined
  /** The day of a statement: what it may have on it is ticked off. */
  readonly statementDate?: string | undefined
  /** Stays in sight above the list. */
  readonly bar?: ReactNode
}

export function TransactionsScreen(props: TransactionsScreenProps) {
  const { account, statementDate, bar } = props
  const { t } = useWords()
  useLoadedSoon(parts)
  const ledger = useLedger()
  const acts = useActs()
  const problem = useProblem()
  const isDesk = useIsDesk()
  const address = useListAddress()
  const { order, record } = address
  const filter = useMemo(
    () => inAccount(address.filter, account, statementDate),
    [address.filter, account, statementDate],
  )
  const names = useNames()
  const [first, setFirst] = useState(0)
  const [ticked, setTicked] = useState(nothingTicked)
  const [place, setPlace] = useState<ActiveRow>(noRow)
  const searchRef = useRef<HTMLInputElement>(null)
  // On a phone the month alone stays, without the tools.
  const [stuckEnd, stuckRef] = useStuckEnd()

  const [from, setFrom] = useState(0)
  const answer = useView(listQuery({ filter, order, account, from }))
  // One window after another: a list that is dragged asks for less than it passes.
  const wanted = Math.max(0, Math.floor(first / block) * block - block)
  if (wanted !== from && answer?.from === from) setFrom(wanted)
  const sync = useView({ view: 'sync' })
  const { join } = usePairActs()
  const count = answer?.count ?? 0
  const rowAt = (index: number) =>
    answer === undefined ? undefined : answer.rows[index - answer.from]
  const active = place.index
  const activeRow = rowAt(active)
  const chosen = countTicked(ticked, count)

  /** With words, nothing is ticked after. */
  async function run(changes: readonly Change[], words?: DoneWords) {
    const receipt = await acts.save(changes, words)
    if (receipt !== undefined && words !== undefined) setTicked(nothingTicked)
  }

  function remove(row: TransactionRow | undefined) {
    if (row === undefined) return
    if (record === row.id) address.openRecord(undefined)
    void run(
      [{ change: 'remove', target: { ids: [row.id] } }],
      t('transactions.deleted', { count: 1 }),
    )
  }

  function removeTicked() {
    void run(
      [{ change: 'remove', target: selectionOf(ticked, filter) }],
      count => t('transactions.deleted', { count }),
    )
  }

  function editTicked(set: Readonly<Record<string, unknown>>) {
    void run(
      [{ change: 'edit', target: selectionOf(ticked, filter), set }],
      count => t('transactions.changed', { count }),
    )
  }

  function tagTicked(tags: {
    readonly put: readonly string[]
    readonly take: readonly string[]
  }) {
    void run(
      [{ change: 'tag', target: selectionOf(ticked, filter), ...tags }],
      count => t('transactions.changed', { count }),
    )
  }

  async function recategoriseTicked(
    category: string | undefined,
    parts: PartsChoice,
  ) {
    const target = selectionOf(ticked, filter)
    const change = { change: 'recategorise', target, category, parts } as const
    await run([change], count =>
      count === 0
        ? t('splits.noneChanged')
        : t('transactions.changed', { count }),
    )
  }

  const pair = pairTicked(ticked)
  async function joinTicked(ids: PairIds) {
    if (await join(ids)) setTicked(nothingTicked)
  }
  usePageCommands(
    pair === undefined
      ? []
      : [
          {
            id: 'join',
            name: t('transfers.join'),
            icon: <IconArrowsLeftRight size={18} aria-hidden />,
            run: () => void joinTicked(pair),
          },
        ],
  )

  const openRow = useStable((row: TransactionRow) => {
    const at = answer?.rows.findIndex(({ id }) => id === row.id) ?? -1
    if (answer !== undefined && at >= 0) goTo(answer.from + at)
    address.openRecord(row.id)
  })
  const found = useMemo(() => foundOn(answer?.rows ?? []), [answer?.rows])
  const tickRow = useStable((row: TransactionRow) => {
    if (account === undefined || statementDate === undefined) {
      return setTicked(tick(ticked, row.id))
    }
    const mark = found.ids.has(row.id) ? 'open' : 'ticked'
    return void run([
      { change: 'mark', target: { ids: [row.id] }, account, mark },
    ])
  })

  function tickAll() {
    if (account === undefined || statementDate === undefined) {
      return setTicked(allTicked)
    }
    const target = { filter, except: [] }
    return void run([{ change: 'mark', target, account, mark: 'ticked' }])
  }
  const editRow = useStable((row: TransactionRow) =>
    address.openForm({ edit: row.id }),
  )
  const removeRow = useStable(remove)
  const closeForm = useStable(() => address.openForm(undefined))

  function goTo(index: number, align: ActiveRow['align'] = 'auto') {
    setPlace({ index, align })
  }

  async function exportFound() {
    try {
      const file = await ledger.exportJson(filter)
      download(file, `ourmoney-${today()}.json`)
    } catch (error) {
      showToast(problem(error))
    }
  }

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
    Delete: () => (chosen > 0 ? removeTicked() : remove(activeRow)),
    Backspace: () => (chosen > 0 ? removeTicked() : remove(activeRow)),
    Escape: () => {
      if (chosen > 0) setTicked(nothingTicked)
      else if (record !== undefined) address.openRecord(undefined)
    },
  })

  const isTicking = chosen > 0 || statementDate !== undefined
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
            first={first}
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
          onAdd={() => address.openForm({ add: 'expense' })}
          onExport={() => void exportFound()}
          onSelectAll={tickAll}
        />
      </header>
      <div
        className={`${styles['columns']} ${isSidePanel ? styles['withPanel'] : ''}`}
      >
        <div className={isTicking ? styles['selecting'] : ''}>
          {sync?.loading === true && (
            <Notice>{t('transactions.loadingLedger')}</Notice>
          )}
          {answer !== undefined && count === 0 && sync?.loading === false ? (
            <Empty
              isFiltered={!isEmptyFilter(address.filter)}
              onClear={() => address.setFilter({})}
              onAdd={() => address.openForm({ add: 'expense' })}
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
                ticked={statementDate === undefined ? ticked : found}
                onFirst={setFirst}
                onOpen={openRow}
                onTick={tickRow}
                onEdit={editRow}
                onRemove={removeRow}
              />
            )
          )}
          {chosen > 0 && (
            <Suspense>
              <SelectionBar
                count={chosen}
                names={names}
                onEdit={editTicked}
                onTag={tagTicked}
                onCategory={(category, parts) =>
                  void recategoriseTicked(category, parts)
                }
                onJoin={pair && (() => void joinTicked(pair))}
                onRemove={removeTicked}
                onClear={() => setTicked(nothingTicked)}
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
              onRemove={() => {
                address.openRecord(undefined)
                void run(
                  [{ change: 'remove', target: { ids: [record] } }],
                  t('transactions.deleted', { count: 1 }),
                )
              }}
              onClose={() => address.openRecord(undefined)}
            />
          </Suspense>
        )}
      </div>
      {address.form !== undefined && (
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

/** Of a statement what is not reconciled yet and may be on it. */
function inAccount(
  filter: TransactionFilter,
  account: string | undefined,
  statementDate: string | undefined,
): TransactionFilter {
  if (account === undefined) return filter
  const own = { ...filter, accounts: [account] }
  if (statementDate === undefined) return own
  return { ...own, marks: ['open', 'ticked'], to: statementDate }
}

/** Rows that stand on the statement, as ticked ones. */
function foundOn(rows: readonly TransactionRow[]): Ticked {
  const ids = rows
    .filter(({ side }) => side?.mark === 'ticked')
    .map(({ id }) => id)
  return { all: false, ids: new Set(ids) }
}

type EmptyProps = {
  readonly isFiltered: boolean
  readonly onClear: () => void
  readonly onAdd: () => void
}

function Empty({ isFiltered, onClear, onAdd }: EmptyProps) {
  const { t } = useWords()
  const icon = <IconInbox size={48} stroke={1.25} aria-hidden />
  if (isFiltered) {
    return (
      <EmptyState
        icon={icon}
        title={t('transactions.noMatchTitle')}
        words={t('transactions.noMatchWords')}
      >
        <Button onPress={onClear}>{t('transactions.clearFilters')}</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={icon}
      title={t('transactions.emptyTitle')}
      words={t('transactions.emptyWords')}
    >
      <Button kind="primary" onPress={onAdd}>
        <IconPlus size={18} aria-hidden />
        {t('transactions.newTitle')}
      </Button>
    </EmptyState>
  )
}
