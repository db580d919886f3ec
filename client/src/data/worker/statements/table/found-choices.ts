import type {
  GuessedChoice,
  ReadChoices,
} from '@ourmoney/shared/statement/statement.ts'
import type { createVotes } from './column-votes.ts'

type Votes = ReturnType<typeof createVotes>

/** As a look leaves them: what it found out needs no second reading. */
export function isSettled(chosen: ReadChoices): boolean {
  const { dateOrder, decimalMark, outWords, isSigned, columns } = chosen
  return [dateOrder, decimalMark, outWords, isSigned, columns].every(
    each => each !== undefined,
  )
}

/** What was chosen of what the columns decide, and what they say where nothing was. */
export function foundIn(
  votes: Votes,
  chosen: ReadChoices,
  isCurrencySure: boolean,
) {
  const { order, isSure, isNeeded } = votes.order()
  const { mark, isSure: isMarkSure } = votes.mark()
  const sure: Readonly<Record<GuessedChoice, boolean>> = {
    dateOrder: isSure && isNeeded,
    decimalMark: isMarkSure,
    outWords: false,
    isSigned: false,
    currency: isCurrencySure,
  }
  const guessed = guessable.filter(key =>
    chosen[key] === undefined || key === 'currency'
      ? !sure[key]
      : chosen.guessed?.includes(key),
  )
  const outWords = chosen.outWords ?? votes.outWords()
  return {
    choices: {
      dateOrder: chosen.dateOrder ?? order,
      decimalMark: chosen.decimalMark ?? mark,
      isSigned: chosen.isSigned ?? votes.isSigned(),
      outWords,
      foundOutWords:
        chosen.outWords === undefined ? outWords : chosen.foundOutWords,
      guessed,
    },
    isDateOrderSure: isSure || !guessed.includes('dateOrder'),
  }
}

const guessable: readonly GuessedChoice[] = [
  'dateOrder',
  'decimalMark',
  'outWords',
  'isSigned',
  'currency',
]
