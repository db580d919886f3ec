import { englishLines } from '../src/capture/lines-en.ts'
import { portugueseLines } from '../src/capture/lines-pt.ts'
import { moreEnglishLines } from '../src/capture/more-lines-en.ts'
import { morePortugueseLines } from '../src/capture/more-lines-pt.ts'
import { parseQuickLine } from '../src/capture/quick-line.ts'
import type { QuickContext } from '../src/capture/reading.ts'
import { decimalText } from '../src/money/decimal-text.ts'

/** Lines of words and what each means, of our own making. */
export const labelledLines = {
  en: readTable(englishLines + moreEnglishLines),
  pt: readTable(portugueseLines + morePortugueseLines),
} as const

/** `line | amount | description | category | date | rest`, see `lines-en.ts`. */
function readTable(text: string) {
  const rows = text.split('\n').filter(row => row.includes('|'))
  return rows.map(row => {
    const [line = '', amount, description, category = '', date, rest = ''] = row
      .split('|')
      .map(cell => cell.trim())
    const whole = !date ? '2026-11-22' : date.length > 5 ? date : `2026-${date}`
    return {
      line,
      means: [amount, description, category, whole, rest].join(' | '),
    }
  })
}

/** A reading as the tables write it; an issue stands behind it. */
export function inShort(line: string, context: QuickContext): string {
  const { parts, issues } = parseQuickLine(line, context)
  const kinds = { income: '+', transfer: '>', expense: '' } as const
  const currency = parts.currency === 'EUR' ? '' : ` ${parts.currency}`
  const amount = decimalText(parts.minor ?? 0, parts.currency)
  const rest = [
    ['@', nameIn(context.accounts, parts.account)],
    ['>', nameIn(context.accounts, parts.toAccount)],
    ['~', nameIn(context.members, parts.member)?.split(' ')[0]],
    ['$', nameIn(context.payees, parts.payee)],
    ...parts.tags.map(tag => ['#', tag] as const),
  ]
  // `got paid 1500` says all there is; a person adds what for.
  const wrong = issues.filter(({ code }) => code !== 'no-description')
  return [
    `${kinds[parts.type]}${amount}${currency}`,
    parts.description,
    nameIn(context.categories, parts.category) ?? '',
    parts.date,
    rest.flatMap(([mark, name]) => (name ? `${mark}${name}` : [])).join(' '),
    ...wrong.map(({ code }) => code),
  ].join(' | ')
}

function nameIn(
  all: readonly { readonly _id: string; readonly name: string }[],
  id: string | undefined,
): string | undefined {
  return all.find(each => each._id === id)?.name
}
