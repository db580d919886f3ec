import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { periodOf } from '@ourmoney/shared/calendar/periods.ts'
import type { HeatChart, PdfSection } from '../../../pdf/content.ts'
import { monthAndYear } from '../../../ui/dates.ts'
import { branchName } from '../branch-words.ts'
import { branchesOf } from '../branches.ts'
import { patternContent } from '../pattern-content.ts'
import { weekNumbers, type MonthWeek } from '../weeks.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { total } from './over-time.ts'
import type { PdfPlan } from './plan.ts'

const mostRows = 14

/** Weeks of three months beside each other: what recurs in the same week of each, and what is other than before. */
export function patternSection(
  { pattern, ask }: PdfPlan,
  { pattern: answer }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, locale } = words
  const branches = branchesOf(
    answer,
    'expense',
    ask.lookups.categories,
    false,
  ).toSorted((a, b) => total(b.minors) - total(a.minors))
  const weeks = pattern.map(month => month.weeks.length)
  const rows = branches.map(branch => ({
    name: branchName(branch, words),
    minors: branch.minors,
    marks: marksOf(branch.minors, weeks),
    months: monthSums(branch.minors, weeks),
  }))
  if (rows.length === 0) return undefined
  const names = pattern.map(({ month }) => monthAndYear(month, locale))
  const content = patternContent(
    answer,
    pattern.flatMap(({ weeks: days }) => weeksOf(days, ask)),
    ask,
    words,
  )
  const chart: HeatChart = {
    kind: 'heat',
    labels: pattern.flatMap(({ weeks: days }) =>
      days.map(({ from, to }) => `${dayOf(from)}–${dayOf(to)}`),
    ),
    groups: pattern.map(({ month, weeks: days }) => ({
      name: monthAndYear(month, locale),
      count: days.length,
    })),
    rows: rows.slice(0, mostRows),
    markName: t('printed.patternMark'),
  }
  return {
    question: t('printed.ask_pattern'),
    answer: content.sentence,
    notes: content.notes ?? [],
    chart,
    table: {
      currency: answer.currency,
      columns: [
        { name: t('common.category'), kind: 'text' },
        ...names.map(name => ({ name, kind: 'money' as const })),
        { name: t('reports.change'), kind: 'change' },
      ],
      rows: rows.map(({ name, months }) => ({
        cells: [name, ...months, change(months)],
      })),
      sum: {
        cells: [
          t('reports.all'),
          ...names.map((_, at) =>
            total(rows.map(({ months }) => months[at] ?? 0)),
          ),
          total(rows.map(({ months }) => change(months))),
        ],
      },
    },
  }
}

/** All of one month, each by its place in it. */
function weeksOf(
  days: readonly DateRange[],
  { counting }: PdfPlan['ask'],
): readonly MonthWeek[] {
  return weekNumbers.flatMap(week => {
    const [{ from } = { from: '' }] = days
    const own = days[week]
    return own === undefined
      ? []
      : [{ month: periodOf(from, 'month', counting), week, days: own }]
  })
}

function dayOf(date: string): number {
  return Number(date.slice(8))
}

/** Cells whose week has spending in all three months. */
function marksOf(
  minors: readonly number[],
  weeks: readonly number[],
): readonly boolean[] {
  const months = split(minors, weeks)
  return months.flatMap(month =>
    month.map((_, week) => months.every(each => (each[week] ?? 0) > 0)),
  )
}

function monthSums(
  minors: readonly number[],
  weeks: readonly number[],
): readonly number[] {
  return split(minors, weeks).map(total)
}

function split(
  minors: readonly number[],
  weeks: readonly number[],
): readonly (readonly number[])[] {
  let from = 0
  return weeks.map(count => minors.slice(from, (from += count)))
}

function change([, before = 0, now = 0]: readonly number[]): number {
  return now - before
}
