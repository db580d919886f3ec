import { foldText } from '../transaction/filter.ts'
import type { Rule, RuleSetting } from './rule.ts'

/** What banks write before every name. */
const common = new Set(
  (
    'card purchase payment pos visa mastercard maestro debit credit direct sepa ' +
    'transfer to from the of at ref reference contactless online ' +
    'compra compras pagamento pag cartao transferencia trf deb debito credito ' +
    'direto mb way de da do em para por'
  ).split(' '),
)
const mostWords = 3

/**
 * A rule made from a correction: what was corrected is set again wherever the
 * words of the description that name somebody occur. Numbers, dates and what
 * banks write before every name are left out. Nothing where no word is left.
 */
export function proposeRule(
  description: string,
  set: RuleSetting,
  order: number,
): Omit<Rule, 'id'> | undefined {
  const text = tellingWords(description)
  if (text === '') return undefined
  return {
    name: text,
    order,
    when: [{ is: 'contains', text }],
    set,
    isOff: false,
  }
}

/** The first words that stand side by side and name somebody. */
function tellingWords(description: string): string {
  const runs: string[][] = [[]]
  for (const word of description.split(/\s+/u)) {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    const isName =
      bare === word &&
      /^\p{L}/u.test(bare) &&
      !/\d{2}/.test(bare) &&
      !common.has(foldText(bare))
    const run = runs.at(-1)
    if (isName && run !== undefined && run.length < mostWords) run.push(word)
    else if (isName || (run?.length ?? 0) > 0) runs.push(isName ? [word] : [])
  }
  const length = (run: readonly string[]) => run.join(' ').length
  const found = runs.find(run => length(run) >= 3)
  return found?.join(' ') ?? ''
}
