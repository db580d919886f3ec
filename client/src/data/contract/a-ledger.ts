import type { NewDoc } from '../changes.ts'
import type { Ledger } from '../ledger.ts'
import type { TransactionsQuery } from '../views/transactions.ts'
import type { AnswerOf, View, ViewQuery } from '../views/view.ts'

export type OpenLedger = () => Promise<Ledger>

/** Runs a test on a fresh ledger of a household, and closes it after. */
export function usingLedger(open: OpenLedger) {
  return async (run: (ledger: Ledger) => Promise<void>): Promise<void> => {
    const ledger = await open()
    try {
      await create(ledger, ledgerDoc)
      await run(ledger)
    } finally {
      await ledger.close()
    }
  }
}

export const everything: TransactionsQuery = {
  view: 'transactions',
  filter: {},
  order: { by: 'date', descending: true },
  from: 0,
  to: 100,
}

/** The view's answer once it fits; fails by the test's time limit. */
export async function answerWhen<Query extends ViewQuery>(
  ledger: Ledger,
  query: Query,
  fits: (answer: AnswerOf<Query>) => boolean,
): Promise<AnswerOf<Query>> {
  const view: View<AnswerOf<Query>> = ledger.openView(query)
  try {
    return await new Promise(resolve => {
      const look = () => {
        const answer = view.latest()
        if (answer !== undefined && fits(answer)) resolve(answer)
      }
      view.subscribe(look)
      look()
    })
  } finally {
    view.close()
  }
}

export function edit(ledger: Ledger, id: string, set: Record<string, unknown>) {
  return ledger.save([{ change: 'edit', target: { ids: [id] }, set }])
}

export function recordOf(ledger: Ledger, id: string) {
  return answerWhen(
    ledger,
    { view: 'record', id },
    answer => answer.doc !== undefined,
  )
}

export function create(ledger: Ledger, ...docs: NewDoc[]) {
  return ledger.save(docs.map(doc => ({ change: 'create', doc })))
}

/** A coffee, unless said otherwise. */
export const aTransaction = (fields: object = {}): NewDoc => ({
  kind: 'transaction',
  type: 'expense',
  description: 'Coffee',
  minor: 120,
  currency: 'EUR',
  date: '2026-11-22',
  ...fields,
})

export const inDollars = (fields: object = {}): NewDoc =>
  aTransaction({ minor: 1000, currency: 'USD', ...fields })

export const theRate = { base: 'USD', quote: 'EUR', ratePpm: 920_000 }

export const aRate = (fields: object = {}): NewDoc => ({
  kind: 'rate',
  ...theRate,
  date: '2026-11-20',
  ...fields,
})

const ledgerDoc: NewDoc = {
  kind: 'ledger',
  _id: 'ledger_main',
  name: 'Home',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  firstDay: 1,
}
