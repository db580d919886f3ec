/**
 * Digits after the decimal mark where they are not two. Source: ISO 4217,
 * list one, with amendment 180 of 2026. The standard says nothing of the minor
 * units of former currencies; those without are as the JDK has them.
 */
const decimals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0:
      'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ' +
      'ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TPE TRL',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([digits, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(digits)]),
  ),
)

/** Digits after the decimal mark in the smallest unit; 2 for a code that the table lacks. */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2
}

/**
 * Currencies to choose from, by ISO 4217 code: all that are current, and the
 * units of account in which debts are written (CLF, COU, MXV, UYI, UYW …).
 * Without metals, bond market units, units between banks, XTS and XXX. Former
 * ones (ANG, BGN, HRK, SLL …) stay readable where they are written.
 */
export const currencyCodes: readonly string[] = (
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD ' +
  'CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP ' +
  'GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR ' +
  'KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
  'MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD ' +
  'SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
  'USD UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
).split(' ')

/** Three capital letters: what a code looks like, known to us or not. */
export const currencyPattern = /^[A-Z]{3}$/
