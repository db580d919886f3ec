import type { PdfSection, PdfTable } from '../../../pdf/content.ts'
import { withoutWords } from '../../../words/rate-words.ts'
import type { ReportContent, ReportTable, Row } from '../content.ts'
import type { ReportWords } from '../words-for.ts'

/** What a report answers on the screen, as it is printed. */
export function sectionOf(
  question: string,
  { sentence, notes = [], table, missing, isEmpty }: ReportContent,
  words: ReportWords,
): PdfSection {
  return {
    question,
    answer: sentence,
    notes: [...notes, ...leftOut(missing, words)],
    ...(!isEmpty && { table: printedTable(table) }),
  }
}

/** What is left out for want of a rate, as a sentence of its own. */
export function leftOut(
  missing: ReportContent['missing'],
  { t, locale }: Pick<ReportWords, 't' | 'locale'>,
): readonly string[] {
  const without = withoutWords(missing, {}, t, locale)
  return without === undefined ? [] : [without.words]
}

/** With what is below each row, which a screen opens on a press. */
export function printedTable(table: ReportTable): PdfTable {
  const { currency, columns, rows, sum } = table
  return {
    currency,
    columns: columns.map(({ name, kind, isBare }) => ({ name, kind, isBare })),
    rows: rows.flatMap(row => printedRows(row, 0)),
    sum: sum && { cells: sum.cells },
  }
}

function printedRows(row: Row, level: number): PdfTable['rows'] {
  return [
    { cells: row.cells, level, currency: row.currency },
    ...(row.children ?? []).flatMap(child => printedRows(child, level + 1)),
  ]
}
