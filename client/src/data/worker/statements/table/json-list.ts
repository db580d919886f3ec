import { StatementFileError } from '../reader.ts'
import { writtenNumber } from '../json-numbers.ts'
import { exactRecords, type JsonRecords } from '../json-records.ts'
import { listPath } from './list-path.ts'
import { numbersIn, type TableRow, type TableRows } from './table.ts'
import { tableReader } from './table-reader.ts'
import { headOf } from './text-pieces.ts'

/** A JSON list of movements, by itself or somewhere in an object. */
export const jsonListReader = tableReader({
  format: 'json-list',
  isOne: head => listPath(head) !== undefined,
  open: async source => {
    const path = listPath(await headOf(source.text()))
    if (path === undefined) throw new StatementFileError('not-a-statement')
    const names = await findNames(exactRecords(source.text(), path))
    return {
      sheets: [],
      names,
      read: () => rowsOf(exactRecords(source.text(), path), names),
    }
  },
})

/** Records by which the names of columns are found. */
const fewRecords = 200
const mostNames = 200
/** Objects within objects that are read as columns of their own. */
const deepest = 3

async function findNames(records: JsonRecords): Promise<readonly string[]> {
  const names = new Set<string>()
  let count = 0
  for await (const { records: some } of records) {
    for (const record of some.slice(0, fewRecords - count)) {
      eachField(record, name => {
        if (names.size < mostNames) names.add(name)
      })
    }
    count += some.length
    if (count >= fewRecords) break
  }
  return [...names]
}

async function* rowsOf(
  records: JsonRecords,
  names: readonly string[],
): AsyncGenerator<TableRows> {
  const places = new Map(names.map((name, at) => [name, at]))
  const empty = names.map(() => '')
  let row = 0
  let numbers: ReadonlySet<number> | undefined
  for await (const { records: some, bytesRead } of records) {
    const rows: TableRow[] = []
    for (const record of some) {
      const next = rowOf((row += 1), record, places, empty, numbers)
      numbers = next.numbers
      rows.push(next)
    }
    yield { rows, bytesRead }
  }
}

function rowOf(
  row: number,
  record: unknown,
  places: ReadonlyMap<string, number>,
  empty: readonly string[],
  /** Of the row before: mostly the same. */
  before: ReadonlySet<number> | undefined,
): TableRow {
  if (!isObject(record)) {
    const found = JSON.stringify(record)?.slice(0, 80) ?? ''
    return { row, cells: [found], broken: 'not-a-record' }
  }
  const cells = [...empty]
  const found: number[] = []
  eachField(record, (name, value) => {
    const at = places.get(name)
    if (at === undefined) return
    const number = writtenNumber(value)
    if (number !== undefined) found.push(at)
    cells[at] = number ?? value
  })
  return { row, cells, numbers: numbersIn(found, before) }
}

/** Tells a record's fields as texts; those of an object within it by both names. */
function eachField(
  value: unknown,
  tell: (name: string, text: string) => void,
  above = '',
  depth = 0,
): void {
  if (!isObject(value) || depth > deepest) return
  for (const [key, each] of Object.entries(value)) {
    const name = above === '' ? key : `${above}.${key}`
    if (typeof each === 'string') tell(name, each)
    else if (typeof each === 'boolean') tell(name, String(each))
    else if (Array.isArray(each)) {
      const texts = each.filter(one => typeof one === 'string')
      if (texts.length > 0) tell(name, texts.join(', '))
    } else eachField(each, tell, name, depth + 1)
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
