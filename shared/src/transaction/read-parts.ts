import { formatMoney } from '../money/format-money.ts'
import { parseAmount, type AmountIssue } from '../money/parse-amount.ts'
import {
  formatPercent,
  parsePercent,
  wholeInBasisPoints,
} from '../money/percent.ts'
import { parseWeight } from '../money/parse-weight.ts'
import { splitMinor } from '../money/split-money.ts'
import type { ForWhomDraft, ShareContext } from './read-for-whom.ts'

/** What the number of a part means: an amount, a percentage, or a weight. */
export const splitWays = ['amount', 'percent', 'shares'] as const
export type SplitWay = (typeof splitWays)[number]

/** One part as it was typed. */
export type PartDraft = {
  /** As the way of splitting says: `4,20`, `30 %` or `2`. */
  readonly amount: string
  readonly category?: string | undefined
  readonly note?: string | undefined
  readonly member?: string | undefined
  readonly forWhom?: ForWhomDraft | undefined
  /** The stored part that it was; fields that nobody knows are kept from it. */
  readonly was?: Readonly<Record<string, unknown>> | undefined
}

export type PartIssue = {
  readonly code:
    | AmountIssue['code']
    | 'not-a-percent'
    | 'not-a-weight'
    | 'zero-part'
    | 'parts-left'
    | 'parts-over'
    | 'percent-left'
    | 'percent-over'
  readonly part: number
  readonly at?: number | undefined
  /** How much is left or too much, without its sign. */
  readonly minor?: number | undefined
  readonly basisPoints?: number | undefined
}

export type ReadParts = {
  /** In minor units; what cannot be read is 0. They sum once nothing is left and there are no issues. */
  readonly minors: readonly number[]
  /** What no part has yet, in minor units or, by percent, basis points; never any by shares. */
  readonly left: number
  /** What is left is more than there was. */
  readonly isOver: boolean
  readonly issues: readonly PartIssue[]
}

/** What typed parts come to, also while they are typed. Never loses a minor unit. */
export function readParts(
  parts: readonly PartDraft[],
  way: SplitWay,
  context: ShareContext,
): ReadParts {
  if (way === 'amount') return readAmounts(parts, context)
  const { minor, locale } = context
  const isPercent = way === 'percent'
  const weights = parts.map(({ amount }) =>
    isPercent ? parsePercent(amount, locale) : parseWeight(amount),
  )
  const issues: PartIssue[] = weights.flatMap((weight, part) =>
    weight === undefined
      ? { part, code: isPercent ? 'not-a-percent' : 'not-a-weight' }
      : [],
  )
  const known = weights.map(weight => weight ?? 0)
  const left = isPercent ? wholeInBasisPoints - sumOf(known) : 0
  // As long as some percents are missing, those that are there are of the whole.
  const rest = Math.max(left, 0)
  const shares =
    sumOf(known) === 0 ? known : splitMinor(minor, [...known, rest])
  const minors = shares.slice(0, known.length)
  if (issues.length > 0) {
    return { minors, left, isOver: left < 0, issues }
  }
  if (left !== 0) {
    issues.push({
      part: parts.length - 1,
      code: left > 0 ? 'percent-left' : 'percent-over',
      basisPoints: Math.abs(left),
    })
  } else issues.push(...zeroIssues(minors))
  return { minors, left, isOver: left < 0, issues }
}

/** The number of one part when it gets what is left; `undefined` when nothing is. */
export function textWithRest(
  parts: readonly PartDraft[],
  part: number,
  way: SplitWay,
  context: ShareContext,
): string | undefined {
  const { minors, left } = readParts(parts, way, context)
  const { currency, locale } = context
  if (left === 0) return undefined
  if (way === 'amount') {
    const minor = (minors[part] ?? 0) + left
    return formatMoney(minor, currency, locale, { bare: true })
  }
  const now = parsePercent(parts[part]?.amount ?? '', locale) ?? 0
  return formatPercent(Math.max(0, now + left), locale)
}

function readAmounts(
  parts: readonly PartDraft[],
  context: ShareContext,
): ReadParts {
  const read = parts.map(({ amount }) => parseAmount(amount, context))
  const minors = read.map(each => (each.ok ? each.value : 0))
  const issues: PartIssue[] = read.flatMap((each, part) =>
    each.ok ? [] : { part, ...each.failure },
  )
  const left = context.minor - sumOf(minors)
  const isOver = left !== 0 && Math.sign(left) !== Math.sign(context.minor)
  if (issues.length > 0) return { minors, left, isOver, issues }
  issues.push(...zeroIssues(minors))
  if (left !== 0) {
    issues.push({
      part: parts.length - 1,
      code: isOver ? 'parts-over' : 'parts-left',
      minor: Math.abs(left),
    })
  }
  return { minors, left, isOver, issues }
}

function zeroIssues(minors: readonly number[]): PartIssue[] {
  return minors.flatMap((minor, part) =>
    minor === 0 ? { part, code: 'zero-part' as const } : [],
  )
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
