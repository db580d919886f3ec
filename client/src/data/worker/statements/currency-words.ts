import { currencyCodes } from '@ourmoney/shared/money/currencies.ts'

const codes: ReadonlySet<string> = new Set([
  ...currencyCodes,
  // Former ones that old files have.
  ...'BGN HRK SLL ANG DEM FRF PTE ESP ITL NLG ATS BEF GRD SKK EEK LVL LTL'.split(
    ' ',
  ),
])

export function isCurrency(cell: string): boolean {
  return codes.has(cell)
}

/**
 * The currency that a code or sign beside an amount stands for; `undefined`
 * where several share it, as dollars do. `null` if it is neither.
 */
export function currencyOf(word: string): string | undefined | null {
  const code = word.toUpperCase()
  if (codes.has(code)) return code
  const sign = signs.get(word.toLowerCase().replace(/\.$/, ''))
  if (sign !== undefined) return sign
  return shared.has(word.toLowerCase().replace(/\.$/, '')) ? undefined : null
}

/** `Withdrawals (SGD)`, `Montant en EUR`, `Kwota w PLN`, `Amount £`. */
export function currencyInName(name: string): string | undefined {
  for (const word of name.match(
    /(?<!\p{L})[A-Z]{3}(?!\p{L})|\p{Sc}|zł|Ft|Kč/gu,
  ) ?? []) {
    const currency = currencyOf(word)
    if (currency !== undefined && currency !== null) return currency
  }
  return undefined
}

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '€': 'EUR',
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    '£': 'GBP',
    zł: 'PLN',
    zl: 'PLN',
    kč: 'CZK',
    ft: 'HUF',
    '₹': 'INR',
    '₩': 'KRW',
    원: 'KRW',
    円: 'JPY',
    元: 'CNY',
    '₽': 'RUB',
    '₴': 'UAH',
    '₺': 'TRY',
    '₪': 'ILS',
    r$: 'BRL',
    us$: 'USD',
    a$: 'AUD',
    c$: 'CAD',
    nz$: 'NZD',
    hk$: 'HKD',
    s$: 'SGD',
    lei: 'RON',
    лв: 'BGN',
    fr: 'CHF',
    sfr: 'CHF',
  }),
)

const shared: ReadonlySet<string> = new Set([
  '$',
  '¥',
  '￥',
  'kr',
  'rs',
  '₨',
  '¤',
])
