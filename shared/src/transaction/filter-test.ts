import { accountsOf, markOf } from '../account/marks.ts'
import { countedMinor, namesParts } from './counted.ts'
import {
  filterDates,
  foldText,
  searchWords,
  type Filterable,
  type TransactionFilter,
} from './filter.ts'

type Test = (row: Filterable) => boolean

/** Of a filter as `withBranches` gives it. */
export function matchesFilter(
  row: Filterable,
  filter: TransactionFilter,
  firstDay: number,
): boolean {
  return filterTest(filter, firstDay)(row)
}

/** The same for many rows: what can be said of the filter alone is said once. */
export function filterTest(filter: TransactionFilter, firstDay: number): Test {
  const tests = [...testsOf(filter, firstDay)]
  return row => {
    for (const test of tests) if (!test(row)) return false
    return true
  }
}

/** What is quick to tell first. */
function* testsOf(
  filter: TransactionFilter,
  firstDay: number,
): Generator<Test> {
  const { from, to } = filterDates(filter, firstDay)
  const { fromMinor, toMinor } = filter
  if (from !== undefined) yield row => row.date >= from
  if (to !== undefined) yield row => row.date <= to
  if (fromMinor !== undefined) yield row => Math.abs(row.minor) >= fromMinor
  if (toMinor !== undefined) yield row => Math.abs(row.minor) <= toMinor
  if (filter.rate !== undefined) yield row => row.lacksRate === true
  yield* anyOf(filter.types, row => row.type)
  yield* anyOf(filter.currencies, row => row.currency)
  yield* anyOf(filter.payees, row => row.payee ?? 'none')
  yield* anyOf(filter.batches, row => row.source?.batch)
  yield* anyOf(filter.sync, row => row.sync)
  yield* someOf(filter.accounts, row => {
    const accounts = accountsOf(row)
    return accounts.length === 0 ? ['none'] : accounts
  })
  yield* someOf(filter.tags, row => row.tags ?? [])
  if (namesParts(filter)) {
    yield row => countedMinor(row, filter) !== undefined
  }
  if (isGiven(filter.marks)) yield row => hasMark(row, filter)
  yield* anyOf(filter.descriptions?.map(foldText), row =>
    foldText(row.description),
  )
  for (const word of searchWords(filter.text ?? '')) {
    yield row => row.searchText.includes(word)
  }
}

function hasMark(row: Filterable, filter: TransactionFilter): boolean {
  const { marks: wanted = [], accounts } = filter
  return accountsOf(row).some(
    account =>
      (!isGiven(accounts) || accounts.includes(account)) &&
      wanted.includes(markOf(row, account)),
  )
}

function* anyOf(
  wanted: readonly string[] | undefined,
  valueOf: (row: Filterable) => string | undefined,
): Generator<Test> {
  if (!isGiven(wanted)) return
  const values = new Set<string | undefined>(wanted)
  yield row => {
    const value = valueOf(row)
    return value !== undefined && values.has(value)
  }
}

function* someOf(
  wanted: readonly string[] | undefined,
  valuesOf: (row: Filterable) => readonly string[],
): Generator<Test> {
  if (!isGiven(wanted)) return
  const values = new Set(wanted)
  yield row => valuesOf(row).some(value => values.has(value))
}

function isGiven<Value>(
  list: readonly Value[] | undefined,
): list is readonly Value[] {
  return list !== undefined && list.length > 0
}
