/**
 * What accounts ask of the columns in the worker, without a browser: 12
 * accounts, a tenth of all transactions transfers between them.
 */
import { performance } from 'node:perf_hooks'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { createDoc } from '@ourmoney/shared/sync/edit.ts'
import { derivedId, newId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { ReadModel } from '../src/data/worker/read-model/read-model.ts'
import { median, milliseconds, percentile } from './figures.ts'

const size = Number(process.env['OURMONEY_BENCH_DOCS'] ?? 100_000)
const rounds = 40
const newest = 20_700
const on = { at: 1, by: undefined, device: undefined }
const accounts = Array.from({ length: 12 }, (_, index) =>
  derivedId('account', String(index)),
)

function* docs(): Generator<Doc> {
  yield createDoc(
    'ledger',
    'ledger_main',
    { name: 'Home', currency: 'EUR', timeZone: 'UTC', firstDay: 1 },
    on,
  )
  for (const [index, id] of accounts.entries()) {
    const opening = { openingMinor: 50_000, openingDate: '2020-01-01' }
    const fields = { name: `Account ${index}`, type: 'bank', currency: 'EUR' }
    yield createDoc('account', id, { ...fields, ...opening }, on)
  }
  for (let number = 0; number < size; number++) {
    const isTransfer = number % 10 === 0
    yield createDoc(
      'transaction',
      newId('transaction', 1_000 + number, () => 0.5),
      {
        type: isTransfer ? 'transfer' : 'expense',
        description: `Shop ${number % 97}`,
        minor: 100 + ((number * 7_919) % 20_000),
        currency: 'EUR',
        date: fromDayNumber(newest - Math.floor((number * 3_650) / size)),
        account: accounts[number % 12],
        ...(isTransfer && { toAccount: accounts[(number + 5) % 12] }),
      },
      on,
    )
  }
}

const model = new ReadModel()
model.apply(Array.from(docs(), doc => ({ id: doc._id, doc: doc as never })))

/** Each time after a change, so that nothing is kept from before. */
function measure(what: string, ask: (round: number) => unknown): void {
  const took = Array.from({ length: rounds }, (_, round) => {
    model.apply([])
    const start = performance.now()
    ask(round)
    return performance.now() - start
  })
  console.log(
    `| ${size.toLocaleString('en')} | ${what} | ${milliseconds(median(took))}, p95 ${milliseconds(percentile(took, 95))} |`,
  )
}

console.log('| transactions | what | median |\n|---|---|---|')
measure('balances of all accounts on any day', round =>
  model.balances({
    view: 'balances',
    date: fromDayNumber(newest - round * 90),
  }),
)
measure('an account: its rows, totals and running balance', round =>
  model.transactions({
    view: 'transactions',
    filter: { accounts: [accounts[round % 12] ?? ''] },
    order: newestFirst,
    account: accounts[round % 12],
    from: 0,
    to: 200,
  }),
)
measure('how far an account is with its statement', round =>
  model.statement({
    view: 'statement',
    account: accounts[round % 12] ?? '',
    date: fromDayNumber(newest - round * 30),
  }),
)
