import { changeOf, shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SumGroup, SumsAnswer } from '../../../data/views/reports.ts'
import type { PdfTable } from '../../../pdf/content.ts'
import { beforeName } from '../period-name.ts'
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

export function groupedTable(
  answer: SumsAnswer,
  side: Side,
  head: string,
  plan: PdfPlan,
  words: ReportWords,
): PdfTable {
  const { t } = words
  const { before } = plan
  const hasBefore = before !== undefined && answer.spans.length > 1
  const whole = wholeOf(answer, side)
  const cells = (name: string, count: number, minor: number, was: number) => [
    name,
    count,
    shareOf(minor, whole),
    minor,
    ...(hasBefore ? [was, changeOf(minor, was).changeMinor] : []),
  ]
  const [now, then] = answer.spans
  return {
    currency: answer.currency,
    columns: [
      { name: head, kind: 'text' },
      { name: t('printed.entries'), kind: 'count' },
      { name: t('reports.share'), kind: 'share' },
      {
        name: t(side === 'income' ? 'printed.income' : 'printed.spent'),
        kind: 'money',
      },
      ...(hasBefore
        ? [
            {
              name: beforeName(before, words),
              kind: 'money' as const,
              isBare: true,
            },
            { name: t('reports.change'), kind: 'change' as const },
          ]
        : []),
    ],
    rows: groupsOf(answer, side, plan, words).map(group => ({
      cells: cells(
        group.name,
        group.count,
        group.minor,
        group.beforeMinor ?? 0,
      ),
    })),
    sum: {
      cells: cells(
        t('reports.all'),
        now?.counts.reduce((sum, count) => sum + count, 0) ?? 0,
        whole,
        then === undefined ? 0 : minorOf(then, side),
      ),
    },
  }
}

export function groupsOf(
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
