import { shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SumGroup, SumsAnswer } from '../../../data/views/reports.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfPlan } from './plan.ts'

type Side = 'income' | 'expense'

/** Sums of a payee or member: now, before, and how many transactions. */
type Grouped = {
  readonly name: string
  readonly isRest: boolean
  readonly minor: number
  readonly beforeMinor: number | undefined
  readonly count: number
}

/** As bars, without the rest, which would be the longest. */
export function groupedBars(
  answer: SumsAnswer,
  side: Side,
  plan: PdfPlan,
  words: ReportWords,
) {
  const whole = wholeOf(answer, side)
  return groupsOf(answer, side, plan, words)
    .filter(({ isRest, minor }) => !isRest && minor > 0)
    .map(({ name, minor, beforeMinor }) => ({
      name,
      minor,
      beforeMinor,
      note: words.percent(shareOf(minor, whole) ?? 0),
    }))
}

function groupsOf(
  { groups, spans }: SumsAnswer,
  side: Side,
  { ask }: PdfPlan,
  words: ReportWords,
): readonly Grouped[] {
  const { members, payees } = ask.lookups
  const names = new Map(
    [...members, ...payees].map(doc => [doc._id, doc.name] as const),
  )
  const [now, then] = spans
  return groups
    .map((group, at) => ({
      name: nameOf(group, names, words),
      isRest: group.rest !== undefined,
      minor: now?.[side][at] ?? 0,
      beforeMinor: then?.[side][at],
      count: now?.counts[at] ?? 0,
    }))
    .filter(({ minor, beforeMinor = 0 }) => minor !== 0 || beforeMinor !== 0)
    .toSorted(
      (a, b) => Number(a.isRest) - Number(b.isRest) || b.minor - a.minor,
    )
}

function nameOf(
  { id, description, rest }: SumGroup,
  names: ReadonlyMap<string, string>,
  { t }: ReportWords,
): string {
  if (rest !== undefined) return t('reports.others', { count: rest })
  if (id !== undefined) return names.get(id) ?? t('printed.noName')
  return description || t('printed.nobody')
}

function wholeOf({ spans }: SumsAnswer, side: Side): number {
  const [now] = spans
  return now === undefined ? 0 : minorOf(now, side)
}

function minorOf(span: SumsAnswer['spans'][number], side: Side): number {
  return side === 'income' ? span.incomeMinor : span.expenseMinor
}
