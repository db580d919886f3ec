import type { ChartLook } from './look.ts'

/** How a drawing looks in its tests: in euros, in English, and every colour by its name. */
export function aLook(fields: Partial<ChartLook> = {}): ChartLook {
  return {
    currency: 'EUR',
    locale: 'en-IE',
    width: 900,
    height: 400,
    isPaper: false,
    colour: name => (name.startsWith('--') ? '#00b37e' : name),
    ...fields,
  }
}
