import { foldText } from '../transaction/filter.ts'
import type { Condition, Rule, RuleSetting } from './rule.ts'

/** What rules look at. */
export type Subject = {
  readonly description: string
  /** Name and id. */
  readonly payee?: string | undefined
  readonly payeeId?: string | undefined
  readonly notes?: string | undefined
  /** What comes in, minor units; what goes out is less than 0. */
  readonly flow: number
  readonly account?: string | undefined
}

/** What all rules together set, and the first of them that held. */
export type Outcome = {
  readonly set: RuleSetting
  readonly rule: Rule
  /** The one that set the category. */
  readonly categoryBy: Rule | undefined
}

/** Makes a pattern something to ask; nothing for one that is none. Linear in the text, whatever the pattern. */
export type PatternMaker = (
  pattern: string,
) => ((text: string) => boolean) | undefined

/** Patterns that rules which are on ask for. */
export function patternsOf(rules: readonly Rule[]): readonly string[] {
  return rules
    .filter(({ isOff }) => !isOff)
    .flatMap(({ when }) => when)
    .flatMap(each => (each.is === 'matches' ? [each.pattern] : []))
}

/**
 * Rules as one question: in their order, each field by the first that sets it,
 * tags from all. A rule with a pattern that is none never holds.
 */
export function compileRules(
  rules: readonly Rule[],
  makePattern: PatternMaker,
): (subject: Subject) => Outcome | undefined {
  const compiled = rules
    .filter(({ isOff }) => !isOff)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(rule => ({
      rule,
      tests: rule.when.map(each => testOf(each, makePattern)),
    }))
  return subject => {
    const texts = textsOf(subject)
    const holding = compiled.flatMap(({ rule, tests }) =>
      tests.every(test => test(subject, texts)) ? [rule] : [],
    )
    const [rule] = holding
    if (rule === undefined) return undefined
    const set = Object.assign({}, ...holding.map(each => each.set).reverse())
    const tags = new Set(holding.flatMap(each => each.set.tags ?? []))
    return {
      set: { ...set, ...(tags.size > 0 && { tags: [...tags].sort() }) },
      rule,
      categoryBy: holding.find(each => each.set.category !== undefined),
    }
  }
}

type Texts = { readonly plain: string; readonly folded: string }
type Test = (subject: Subject, texts: Texts) => boolean

/** Once for all rules. */
function textsOf({ description, payee = '', notes = '' }: Subject): Texts {
  const plain = `${description}\n${payee}\n${notes}`
  return { plain, folded: foldText(plain) }
}

function testOf(condition: Condition, makePattern: PatternMaker): Test {
  switch (condition.is) {
    case 'contains': {
      const wanted = foldText(condition.text)
      return (_, { folded }) => folded.includes(wanted)
    }
    case 'matches': {
      const holds = makePattern(condition.pattern)
      return (_, { plain }) => holds?.(plain) ?? false
    }
    case 'amount': {
      const { from = 0, to = Infinity, flow: way } = condition
      return ({ flow }) =>
        Math.abs(flow) >= from &&
        Math.abs(flow) <= to &&
        (way === undefined || (way === 'in' ? flow > 0 : flow < 0))
    }
    case 'account':
      return ({ account }) => account === condition.account
    case 'payee':
      return ({ payeeId }) => payeeId === condition.payee
  }
}
