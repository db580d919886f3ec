import { useMemo, useState } from 'react'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { PartsChoice } from '@ourmoney/shared/transaction/recategorise.ts'
import type { DoneWords } from '../../acts/acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { Change } from '../../data/changes.ts'
import type {
  TransactionRow,
  TransactionsAnswer,
} from '../../data/views/transactions.ts'
import { useWords } from '../../words/words.ts'
import { foundOn, type ListPlace } from './list-place.ts'
import {
  allTicked,
  countTicked,
  nothingTicked,
  pairTicked,
  selectionOf,
  tick,
} from './selection.ts'
import { usePairActs } from './use-pair-acts.ts'

/** What is ticked in a list, and what is done with all of it; beside a statement rows are ticked off at once. */
export function useTicked(
  { account, statementDate }: ListPlace,
  filter: TransactionFilter,
  answer: TransactionsAnswer | undefined,
) {
  const { t } = useWords()
  const acts = useActs()
  const pairs = usePairActs()
  const [ticked, setTicked] = useState(nothingTicked)
  const found = useMemo(() => foundOn(answer?.rows ?? []), [answer?.rows])
  const selection = selectionOf(ticked, filter)
  const pair = pairTicked(ticked)
  const statement =
    account === undefined || statementDate === undefined ? undefined : account

  /** With words, nothing is ticked after. */
  async function run(change: Change, words?: DoneWords) {
    const receipt = await acts.save([change], words)
    if (receipt !== undefined && words !== undefined) clear()
  }

  function clear(): void {
    setTicked(nothingTicked)
  }

  async function join(ids: NonNullable<typeof pair>) {
    if (await pairs.join(ids)) clear()
  }

  const changed = (count: number) => t('transactions.changed', { count })
  return {
    shown: statementDate === undefined ? ticked : found,
    count: countTicked(ticked, answer?.count ?? 0),
    clear,
    tick: ({ id }: TransactionRow) => {
      if (statement === undefined) return setTicked(tick(ticked, id))
      const mark = found.ids.has(id) ? 'open' : 'ticked'
      const target = { ids: [id] }
      void run({ change: 'mark', target, account: statement, mark })
    },
    tickAll: () => {
      if (statement === undefined) return setTicked(allTicked)
      const target = { filter, except: [] }
      void run({ change: 'mark', target, account: statement, mark: 'ticked' })
    },
    removeOne: (id: string) =>
      void run(
        { change: 'remove', target: { ids: [id] } },
        t('transactions.deleted', { count: 1 }),
      ),
    remove: () =>
      void run({ change: 'remove', target: selection }, count =>
        t('transactions.deleted', { count }),
      ),
    edit: (set: Readonly<Record<string, unknown>>) =>
      void run({ change: 'edit', target: selection, set }, changed),
    tag: (tags: {
      readonly put: readonly string[]
      readonly take: readonly string[]
    }) => void run({ change: 'tag', target: selection, ...tags }, changed),
    recategorise: (category: string | undefined, parts: PartsChoice) =>
      void run(
        { change: 'recategorise', target: selection, category, parts },
        count => (count === 0 ? t('splits.noneChanged') : changed(count)),
      ),
    /** Where two are ticked, which may become one transfer. */
    join: pair && (() => void join(pair)),
  }
}
