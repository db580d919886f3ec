import { decimalsOf } from '@ourmoney/shared/money/currencies.ts'
import { numberIn, type DecimalMark } from './read-minor.ts'

/** Collects the amounts of a column until somebody asks which mark stands before their cents. */
export function createMarkVotes(currency: string) {
  const votes = { '.': 0, ',': 0 }
  /** `1.234`: thousands, or three digits after the mark. */
  const unclear = { '.': 0, ',': 0 }
  let asked = 0

  return {
    add(cell: string): void {
      const number = numberIn(cell)
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
        const isUnclear = /^[1-9]\d{0,2}[.,]\d{3}$/.test(number)
        ;(isUnclear ? unclear : votes)[mark] += 1
      }
    },
    /** Whether some amount allows no other. */
    isSure: () => votes['.'] !== votes[','],
    /** Also where a sheet has numbers, and no marks at all. */
    isDecided: () => asked === 0 || votes['.'] !== votes[','],
    mark(): DecimalMark {
      if (votes['.'] !== votes[',']) return votes['.'] > votes[','] ? '.' : ','
      const usual = unclear['.'] > unclear[','] ? '.' : ','
      if (unclear[usual] === 0) return '.'
      if (decimalsOf(currency) === 3) return usual
      return usual === '.' ? ',' : '.'
    },
  }
}
