import type {
  PdfAppendix,
  PdfBatch,
  PdfMonth,
  PdfTransaction,
} from './content.ts'
import type { Flow } from './flow.ts'
import { colours, sizes } from './look.ts'
import type { Begin } from './section.ts'

const row = 12.6
const look = { size: sizes.small, colour: colours.ink } as const
const quiet = { size: sizes.small, colour: colours.quiet } as const
const head = {
  size: sizes.small,
  isStrong: true,
  colour: colours.quiet,
} as const
const monthName = {
  size: sizes.table,
  isStrong: true,
  colour: colours.ink,
} as const
const gap = 10

/** Where each column begins, and how wide it is. */
type Columns = {
  readonly date: number
  readonly description: number
  readonly descriptionWidth: number
  readonly category: number
  readonly categoryWidth: number
  readonly account: number
  readonly accountWidth: number
}

/** Where it and its months begin. */
export type AppendixPlaces = {
  readonly begin: Begin
  readonly months: readonly { readonly name: string; readonly page: number }[]
}

/** Every transaction in one line, those of a split one below it; the months apart. */
export function drawAppendix(
  flow: Flow,
  appendix: PdfAppendix,
  batches: readonly PdfBatch[],
  onDrawn: (count: number) => void,
): AppendixPlaces {
  const { pen } = flow
  flow.addPage()
  const begin = { page: pen.pages, top: 0 }
  pen.text(appendix.title, flow.left, flow.y + 15, {
    size: sizes.heading,
    isStrong: true,
    colour: colours.ink,
  })
  flow.y += 25
  for (const line of pen.lines(
    appendix.note,
    flow.width,
    { size: sizes.body },
    4,
  )) {
    pen.text(line, flow.left, flow.y + 9, {
      size: sizes.body,
      colour: colours.quiet,
    })
    flow.y += 13
  }
  flow.y += 12
  const columns = columnsOf(flow, batches)
  drawHead(flow, appendix, columns)
  const months: { name: string; page: number }[] = []
  for (const { month, transactions } of batches) {
    if (month !== undefined) {
      if (flow.keep(18 + 2 * row)) drawHead(flow, appendix, columns)
      drawMonth(flow, month)
      months.push({ name: month.name, page: pen.pages })
    }
    for (const transaction of transactions) {
      if (flow.keep(row)) drawHead(flow, appendix, columns)
      drawTransaction(flow, transaction, columns)
      for (const part of transaction.parts) {
        if (flow.keep(row)) drawHead(flow, appendix, columns)
        drawPart(flow, part, transaction.currency, columns)
      }
    }
    onDrawn(transactions.length)
  }
  return { begin, months }
}

function drawHead(
  flow: Flow,
  { columns: names }: PdfAppendix,
  columns: Columns,
): void {
  const { pen } = flow
  const y = flow.y + 8
  pen.text(names.date, columns.date, y, head)
  pen.text(names.description, columns.description, y, head)
  pen.text(names.category, columns.category, y, head)
  pen.text(names.account, columns.account, y, head)
  pen.text(names.amount, flow.right, y, { ...head, align: 'right' })
  flow.y += 13
  const stroke = { colour: colours.ink, width: 0.8 }
  pen.line({ x: flow.left, y: flow.y }, { x: flow.right, y: flow.y }, stroke)
}

function drawMonth(flow: Flow, { name, note }: PdfMonth): void {
  const { pen, left, right, width } = flow
  flow.y += 4
  pen.box(left, flow.y, width, 16, { colour: '#e6ebe8' })
  pen.text(name, left + 4, flow.y + 11, monthName)
  const room = width - pen.widthOf(name, monthName) - 24
  pen.text(pen.fit(note, room, look), right - 4, flow.y + 11, {
    ...look,
    align: 'right',
  })
  flow.y += 18
}

function drawTransaction(
  flow: Flow,
  transaction: PdfTransaction,
  columns: Columns,
): void {
  const { pen, text } = flow
  const y = flow.y + 8.6
  const { description, payee, category, account, minor, currency } = transaction
  pen.text(text.day(transaction.date), columns.date, y, quiet)
  const words = pen.fit(description, columns.descriptionWidth, look)
  pen.text(words, columns.description, y, look)
  const rest = columns.descriptionWidth - pen.widthOf(words, look) - 6
  if (payee !== '' && payee !== description && rest > 24) {
    const at = columns.description + columns.descriptionWidth - rest
    pen.text(pen.fit(payee, rest, quiet), at, y, quiet)
  }
  // From where to where money went needs the room that no category takes.
  const isWide = transaction.isTransfer && category === ''
  pen.text(
    pen.fit(category, columns.categoryWidth, look),
    columns.category,
    y,
    look,
  )
  pen.text(
    pen.fit(
      account,
      columns.accountWidth + (isWide ? columns.categoryWidth + gap : 0),
      quiet,
    ),
    isWide ? columns.category : columns.account,
    y,
    quiet,
  )
  pen.text(text.money(minor, currency), flow.right, y, {
    ...(transaction.isTransfer ? quiet : look),
    align: 'right',
  })
  flow.y += row
  pen.line(
    { x: flow.left, y: flow.y },
    { x: flow.right, y: flow.y },
    { colour: colours.line, width: 0.4 },
  )
}

function drawPart(
  flow: Flow,
  { category, minor }: PdfTransaction['parts'][number],
  currency: string,
  columns: Columns,
): void {
  const { pen, text } = flow
  const y = flow.y + 8.6
  const amount = text.money(minor, currency)
  const room = columns.categoryWidth + columns.accountWidth + gap
  const width = pen.widthOf(amount, quiet) + 8
  pen.text(pen.fit(category, room - width, quiet), columns.category, y, quiet)
  pen.text(amount, columns.category + room, y, { ...quiet, align: 'right' })
  flow.y += row
  pen.line(
    { x: columns.category, y: flow.y },
    { x: flow.right, y: flow.y },
    { colour: colours.line, width: 0.4 },
  )
}

function columnsOf(flow: Flow, batches: readonly PdfBatch[]): Columns {
  const { pen, text } = flow
  let amounts = 50
  let dates = 30
  for (const { transactions } of batches) {
    for (const { minor, currency, date } of transactions) {
      const width = pen.widthOf(text.money(minor, currency), look)
      if (width > amounts) amounts = width
      const day = pen.widthOf(text.day(date), quiet)
      if (day > dates) dates = day
    }
  }
  const room = flow.width - amounts - dates - 4 * gap
  const description = room * 0.46
  const category = room * 0.31
  const at = flow.left + dates + gap
  return {
    date: flow.left,
    description: at,
    descriptionWidth: description,
    category: at + description + gap,
    categoryWidth: category,
    account: at + description + category + 2 * gap,
    accountWidth: room - description - category,
  }
}
