import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import type { KeptRate } from '@ourmoney/shared/rate/rate.ts'
import type { Exchange } from '@ourmoney/shared/transaction/exchange-pairs.ts'
import type { ReadModel } from '../read-model/read-model.ts'

/** Over the ledger's own currency, by the rates that are kept in it. */
export function exchangeBy(model: ReadModel): Exchange {
  const base = model.base()
  const known = new Map<string, KeptRate | undefined>()
  function rateOn(currency: string, date: string): KeptRate | undefined {
    const key = `${currency} ${date}`
    if (!known.has(key)) known.set(key, model.rateOn(currency, date))
    return known.get(key)
  }
  return (minor, from, to, date) => {
    const chain = [from, to]
      .filter(currency => currency !== base)
      .map(currency => rateOn(currency, date))
    const rates = chain.filter(rate => rate !== undefined)
    if (rates.length < chain.length) return undefined
    return convertMinor(minor, from, to, rates)
  }
}
