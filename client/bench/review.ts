/**
 * What the review of a bank's file and the bringing in of its rows take beside
 * the reading and PouchDB's writing: a ledger in memory, rows that are given.
 */
import { performance } from 'node:perf_hooks'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { ruleFields } from '@ourmoney/shared/rule/rule.ts'
import { create } from '../src/data/contract/a-ledger.ts'
import {
  bringIn,
  readPlainStatements,
  reviewOf,
  type Statement,
} from '../src/data/contract/a-statement.ts'
import { openMemoryLedger } from '../src/data/memory-ledger.ts'

const size = Number(process.env['OURMONEY_BENCH_DOCS'] ?? 100_000)
const ledger = openMemoryLedger({ readStatements: readPlainStatements })
const { ids } = await create(
  ledger,
  {
    kind: 'ledger',
    _id: 'ledger_main',
    name: 'Home',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
  },
  { kind: 'account', name: 'Giro', type: 'bank', currency: 'EUR' },
  { kind: 'category', name: 'Food', type: 'expense' },
)
const [, account = '', category] = ids
for (let order = 0; order < 20; order++) {
  const shop = `shop ${order}9`
  await create(ledger, {
    kind: 'rule',
    ...ruleFields({
      name: shop,
      order,
      when: [
        order % 4 === 0
          ? { is: 'matches', pattern: `^${shop}\\b` }
          : { is: 'contains', text: shop },
      ],
      set: { category },
      isOff: false,
    }),
  })
}

/** Ten years of one account, with the bank's own names or without them. */
function statement(withNames: boolean, since: number): Statement {
  return {
    rows: Array.from({ length: size }, (_, at) => ({
      date: fromDayNumber(since + Math.floor((at * 3_650) / size)),
      minor: -1 - ((at * 7_919) % 20_000),
      description: `SHOP ${at % 5_000} LISBOA CARD ${at % 97}`,
      ...(withNames && { bankId: `${since}-${at}` }),
    })),
  }
}

async function measure(
  what: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const start = performance.now()
  await work()
  const took = ((performance.now() - start) / 1_000).toFixed(1)
  console.log(`${what}: ${took} s`)
}

for (const withNames of [false, true]) {
  const file = statement(withNames, withNames ? 20_000 : 16_000)
  console.log(`${size} rows, ${withNames ? 'named' : 'not named'} by the bank`)
  await measure('reviewed', () => reviewOf(ledger, file, account))
  const review = await reviewOf(ledger, file, account)
  await measure('brought in', () => bringIn(ledger, review))
  await measure('reviewed again', () => reviewOf(ledger, file, account))
}
await ledger.close()
