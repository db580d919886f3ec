import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import type { DateOrder } from '@ourmoney/shared/statement/statement.ts'
import type { OutAccount, OutMovement, OutStatements } from './out-statement.ts'

/**
 * QIF in pieces. The payee says who and the memo what for; where nobody is
 * named, the payee says what for. Notes stand where the format has an address,
 * line by line. QIF knows no currencies and no ids.
 */
export async function* writeQif(
  statements: OutStatements,
  order: DateOrder,
): AsyncGenerator<string> {
  for await (const { account, rows } of statements) {
    const type = types[account.type]
    yield `!Account\n${field('N', account.name)}T${type}\n^\n!Type:${type}\n`
    for await (const row of rows) yield writeRow(row, order)
  }
}

const types = {
  cash: 'Cash',
  bank: 'Bank',
  savings: 'Bank',
  card: 'CCard',
  loan: 'Oth L',
  other: 'Oth A',
} as const satisfies Record<OutAccount['type'], string>

function writeRow(row: OutMovement, order: DateOrder): string {
  const { date, minor, currency, description, payee } = row
  const { category, notes, parts = [], transferTo } = row
  return (
    `D${dayIn(order, date)}\nT${decimalText(minor, currency)}\n` +
    field('P', payee ?? description) +
    (payee === undefined ? '' : field('M', description)) +
    (transferTo === undefined ? '' : field('L', `[${transferTo}]`)) +
    (category === undefined || parts.length > 0 ? '' : field('L', category)) +
    (notes === undefined
      ? ''
      : notes
          .split('\n')
          .map(line => field('A', line))
          .join('')) +
    parts
      .map(
        part =>
          field('S', part.category ?? '') +
          (part.notes === undefined ? '' : field('E', part.notes)) +
          `$${decimalText(part.minor, currency)}\n`,
      )
      .join('') +
    '^\n'
  )
}

function dayIn(order: DateOrder, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (order === 'ymd') return date
  return (order === 'dmy' ? [day, month, year] : [month, day, year]).join('/')
}

function field(letter: string, text: string): string {
  return `${letter}${text.replace(/[\r\n]+/g, ' ')}\n`
}
