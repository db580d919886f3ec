const euro =
  'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** By region, where one is likely; everybody can choose another. */
const byRegion: Readonly<Record<string, string>> = {
  AO: 'AOA',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  GB: 'GBP',
  IN: 'INR',
  JP: 'JPY',
  MX: 'MXN',
  MZ: 'MZN',
  NO: 'NOK',
  PL: 'PLN',
  SE: 'SEK',
  US: 'USD',
}

export function currencyFor(language: string): string {
  const region = new Intl.Locale(language).maximize().region ?? ''
  return euro.includes(region) ? 'EUR' : (byRegion[region] ?? 'EUR')
}
