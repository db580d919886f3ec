import type { HeatChart, PdfSection } from '../../../pdf/content.ts'
import { monthAndYear } from '../../../ui/dates.ts'
import { branchName } from '../branch-words.ts'
import { branchesOf } from '../branches.ts'
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
  const { t, money, locale } = words
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
  const [most] = rows.toSorted((a, b) => moved(b.months) - moved(a.months))
  const [, earlier = '', later = ''] = names
  const framed = rows.flatMap(({ marks }) => marks).filter(Boolean).length
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
    answer:
      most === undefined || moved(most.months) === 0
        ? t('printed.patternSame', { earlier, later })
        : t('printed.patternChanged', {
            name: most.name,
            before: money(most.months[1] ?? 0, answer.currency),
            now: money(most.months[2] ?? 0, answer.currency),
            earlier,
            later,
          }),
    notes: framed === 0 ? [] : [t('printed.patternMarks', { count: framed })],
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

function moved(months: readonly number[]): number {
  return Math.abs(change(months))
}
