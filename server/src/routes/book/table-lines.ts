import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { harmless } from '@ourmoney/shared/statement/harmless.ts'
import type { DocOf, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { Book } from '../../book/book.ts'

const columns = [
  'date',
  'type',
  'description',
  'amount',
  'currency',
  'account',
  'toAccount',
  'toAmount',
  'toCurrency',
  'category',
  'payee',
  'member',
  'tags',
  'notes',
  'partNotes',
  'id',
] as const

type Cells = Readonly<Record<(typeof columns)[number], string>>

/** RFC 4180, the columns of the app's own tables. */
export const tableHead = `${columns.join(',')}\r\n`

/** A line, or of a split transaction one for each part; amounts as the account sees them. */
export function tableLines(doc: TransactionDoc, book: Book): string {
  const { splits = [], type } = doc
  const whole = cellsOf(doc, book)
  if (splits.length === 0 || type === 'transfer') return lineOf(whole)
  return splits
    .map(part =>
      lineOf({
        ...whole,
        amount: amountOf(doc, part.minor),
        category: nameOf(book, part.category),
        member: nameOf(book, part.member) || whole.member,
        partNotes: part.note ?? '',
      }),
    )
    .join('')
}

function cellsOf(doc: TransactionDoc, book: Book): Cells {
  const { type, minor, currency, toAccount, toMinor = minor } = doc
  const isTransfer = type === 'transfer'
  const target = toAccount === undefined ? undefined : book.standing(toAccount)
  const into =
    doc.toMinor === undefined
      ? currency
      : ((target as DocOf<'account'> | undefined)?.currency ?? currency)
  return {
    date: doc.date,
    type,
    description: doc.description,
    amount: amountOf(doc, minor),
    currency,
    account: nameOf(book, doc.account),
    toAccount: isTransfer ? nameOf(book, toAccount) : '',
    toAmount: isTransfer ? decimalText(toMinor, into) : '',
    toCurrency: isTransfer ? into : '',
    category: nameOf(book, doc.category),
    payee: nameOf(book, doc.payee),
    member: nameOf(book, doc.member),
    tags: (doc.tags ?? []).join(', '),
    notes: doc.notes ?? '',
    partNotes: '',
    id: doc._id,
  }
}

function amountOf({ type, currency }: TransactionDoc, minor: number): string {
  return decimalText(
    type === 'income' || minor === 0 ? minor : -minor,
    currency,
  )
}

/** `Home:Rent` is Rent below Home. */
function nameOf(book: Book, id: string | undefined): string {
  const doc = id === undefined ? undefined : book.standing(id)
  if (doc === undefined || !('name' in doc)) return ''
  const { name = '' } = doc
  if (doc.kind !== 'category' || doc.parent === undefined) return name
  const above = book.standing(doc.parent)
  return above?.kind === 'category' ? `${above.name}:${name}` : name
}

/** Amounts are numbers of ours; everything else somebody may have written. */
const plain: ReadonlySet<string> = new Set(['amount', 'toAmount'])

function lineOf(cells: Cells): string {
  const texts = columns.map(column => {
    const cell = plain.has(column) ? cells[column] : harmless(cells[column])
    return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  })
  return `${texts.join(',')}\r\n`
}
