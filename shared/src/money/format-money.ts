import { decimalsOf } from './currencies.ts'
import { decimalText } from './decimal-text.ts'

export type MoneyFormat = {
  /** `always` shows a plus too; `never` hides the minus. */
  readonly sign?: 'auto' | 'always' | 'never' | undefined
  /** Without the currency's symbol. */
  readonly bare?: boolean | undefined
}

/** Text of an amount in whole minor units, as people of that locale write it. */
export function formatMoney(
  minor: number,
  currency: string,
  locale: string,
  format: MoneyFormat = {},
): string {
  return formatterFor(currency, locale, format).format(
    decimalText(minor, currency) as Intl.StringNumericLiteral,
  )
}

export type MoneyPart = {
  readonly part: 'sign' | 'currency' | 'major' | 'minor' | 'space'
  readonly text: string
}

/** The same text in parts, so that the minor digits can be shown quieter. */
export function formatParts(
  minor: number,
  currency: string,
  locale: string,
  format: MoneyFormat = {},
): readonly MoneyPart[] {
  return formatterFor(currency, locale, format)
    .formatToParts(decimalText(minor, currency) as Intl.StringNumericLiteral)
    .map(({ type, value }) => ({ part: partOf(type), text: value }))
}

function partOf(type: string): MoneyPart['part'] {
  if (type === 'minusSign' || type === 'plusSign') return 'sign'
  if (type === 'currency') return 'currency'
  if (type === 'decimal' || type === 'fraction') return 'minor'
  return type === 'literal' ? 'space' : 'major'
}

const signs = {
  auto: 'auto',
  always: 'exceptZero',
  never: 'never',
} as const

/** Short signs that several currencies share: `$` alone would not say which dollar. */
const sharedSigns: ReadonlySet<string> = new Set('$ £ ¥ ₩ kr L Rs'.split(' '))

const formatters = new Map<string, Intl.NumberFormat>()

/** Building one takes longer than a thousand uses. */
function formatterFor(
  currency: string,
  locale: string,
  { sign = 'auto', bare = false }: MoneyFormat,
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${sign} ${bare}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const places = decimalsOf(currency)
  const make = (currencyDisplay: 'narrowSymbol' | 'symbol') =>
    new Intl.NumberFormat(locale, {
      ...(!bare && { style: 'currency', currency, currencyDisplay }),
      minimumFractionDigits: places,
      maximumFractionDigits: places,
      signDisplay: signs[sign],
    })
  const narrow = make('narrowSymbol')
  const made = sharedSigns.has(signIn(narrow)) ? make('symbol') : narrow
  formatters.set(key, made)
  return made
}

function signIn(formatter: Intl.NumberFormat): string {
  const part = formatter
    .formatToParts(1)
    .find(({ type }) => type === 'currency')
  return part?.value ?? ''
}
