import { decimalsOf } from '@ourmoney/shared/money/currencies.ts'
import { numberIn, type DecimalMark } from './read-minor.ts'

/** Collects the amounts of a column or file until somebody asks which mark stands before their cents. */
export function createMarkVotes() {
  const votes = { '.': 0, ',': 0 }
  /** Of `1.234`: thousands, or three digits after the mark where a currency has them. */
  const unclear = { '.': 0, ',': 0 }
  let asked = 0

  return {
    add(amount: string, currency: string): void {
      const number = numberIn(amount)
      if (number === undefined) return
      asked += 1
      const dots = number.split('.').length - 1
      const commas = number.split(',').length - 1
      if (dots + commas === 0) return
      if (dots > 0 && commas > 0) {
        const last = number.lastIndexOf('.') > number.lastIndexOf(',')
        votes[last ? '.' : ','] += 1
      } else if (dots + commas > 1) votes[dots > 0 ? ',' : '.'] += 1
      else {
        const mark = dots > 0 ? '.' : ','
        const other = mark === '.' ? ',' : '.'
        if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) votes[mark] += 1
        else unclear[decimalsOf(currency) === 3 ? mark : other] += 1
      }
    },
    /** Whether some amount allows no other. */
    isSure: () => votes['.'] !== votes[','],
    /** Also where a sheet has numbers, and no marks at all. */
    isDecided: () => asked === 0 || votes['.'] !== votes[','],
    mark(): DecimalMark {
      const left = votes['.'] === votes[','] ? unclear : votes
      return left[','] > left['.'] ? ',' : '.'
    },
  }
}
