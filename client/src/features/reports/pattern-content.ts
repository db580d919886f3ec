import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { periodPhrase, periodWords } from '../../words/period-words.ts'
import type { ReportAsk } from './ask.ts'
import { branchLink, branchLook, branchName } from './branch-words.ts'
import { branchesOf, type Branch } from './branches.ts'
import type { ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { missingIn, total } from './over-time.ts'
import { periodName } from './period-name.ts'
import {
  recurringWeeks,
  weekNumbers,
  type MonthWeek,
  type WeekNumber,
} from './weeks.ts'
import type { ReportWords } from './words-for.ts'

/** How many of what recurs a sentence names. */
const namedMost = 3

/** Week by week of some months what each category came to, and which weeks recur in every month. */
export function patternContent(
  answer: SumsAnswer,
  weeks: readonly MonthWeek[],
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t } = words
  const { currency, spans } = answer
  const branches = branchesOf(
    answer,
    'expense',
    ask.lookups.categories,
    ask.filter.categories !== undefined,
  ).toSorted((a, b) => total(b.minors) - total(a.minors))
  const most = Math.max(1, ...branches.flatMap(({ minors }) => minors))
  const all = branches.map(branch => ({
    branch,
    recurring: recurringWeeks(weeks, branch.minors),
  }))
  const months = new Set(weeks.map(({ month }) => month.from)).size
  return {
    sentence: sentenceOf(all, months, words),
    notes: [
      changedMost(branches, weeks, currency, words),
      fullestWeek(weeks, spans, words),
    ].filter(each => each !== undefined),
    missing: missingIn(spans),
    isEmpty: branches.length === 0,
    table: {
      caption: `${t('reports.name_pattern')}, ${periodName(ask.period, words)}`,
      currency,
      isMatrix: true,
      columns: [
        { id: 'category', name: t('reports.category'), kind: 'text' },
        ...weeks.map(({ month, days }) => ({
          id: days.from,
          name: daysBetween(days),
          group: periodWords(month, words),
          kind: 'money' as const,
          isBare: true,
        })),
      ],
      rows: all.map(({ branch, recurring }, at): Row => ({
        id: String(at),
        cells: [branchName(branch, words), ...branch.minors],
        to: branchLink(branch, 'expense', ask),
        look: branchLook(branch),
        links: [
          undefined,
          ...weeks.map(({ days }, week) =>
            branch.minors[week] === 0
              ? undefined
              : branchLink(branch, 'expense', ask, days),
          ),
        ],
        // A root, so that small amounts are told from nothing.
        heats: [
          undefined,
          ...branch.minors.map(minor =>
            minor <= 0 ? undefined : Math.sqrt(minor / most),
          ),
        ],
        marks: [
          undefined,
          ...weeks.map(({ week }) =>
            recurring.has(week) ? t('reports.recurs') : undefined,
          ),
        ],
      })),
      sum: {
        id: 'sum',
        cells: [
          t('reports.all'),
          ...spans.map(({ expenseMinor }) => expenseMinor),
        ],
        to: listLink(ask, { types: ['expense'] }),
      },
    },
  }
}

type Recurring = {
  readonly branch: Branch
  readonly recurring: ReadonlySet<WeekNumber>
}

function sentenceOf(
  all: readonly Recurring[],
  months: number,
  words: ReportWords,
): string {
  const { t, locale } = words
  if (all.length === 0) return t('reports.noPattern')
  const found = all.filter(({ recurring }) => recurring.size > 0)
  if (months < 2) return t('reports.oneMonth')
  if (found.length === 0) return t('reports.nothingRecurs', { count: months })
  const names = found.slice(0, namedMost).map(({ branch, recurring }) =>
    t('reports.inWeeks', {
      name: branchName(branch, words),
      weeks: new Intl.ListFormat(locale, { type: 'unit' }).format(
        [...recurring]
          .sort((a, b) => a - b)
          .map(week => t(`reports.week_${week}`)),
      ),
    }),
  )
  return t('reports.recursMost', {
    count: found.length,
    months,
    names: new Intl.ListFormat(locale).format(names),
  })
}

/** What came to something else in the last month than in the one before. */
function changedMost(
  branches: readonly Branch[],
  weeks: readonly MonthWeek[],
  currency: string,
  words: ReportWords,
): string | undefined {
  const { t, money } = words
  const months = [...new Map(weeks.map(each => [each.month.from, each.month]))]
  const [earlier, later] = months.slice(-2).map(([, month]) => month)
  if (earlier === undefined || later === undefined) return undefined
  const sumIn = ({ minors }: Branch, { from }: MonthWeek['month']) =>
    total(minors.filter((_, at) => weeks[at]?.month.from === from))
  const [most] = branches
    .map(branch => {
      const before = sumIn(branch, earlier)
      const now = sumIn(branch, later)
      return { branch, before, now, size: Math.abs(now - before) }
    })
    .toSorted((a, b) => b.size - a.size)
  const named = {
    earlier: periodPhrase(earlier, words),
    later: periodPhrase(later, words),
  }
  if (most === undefined) return undefined
  if (most.size === 0) return t('reports.patternSame', named)
  return t('reports.patternChanged', {
    name: branchName(most.branch, words),
    before: money(most.before, currency),
    now: money(most.now, currency),
    ...named,
  })
}

/** The week of the month on which the most goes. */
function fullestWeek(
  weeks: readonly MonthWeek[],
  spans: SumsAnswer['spans'],
  words: ReportWords,
): string | undefined {
  const sums = weekNumbers.map(week => ({
    week,
    minor: total(
      spans
        .filter((_, at) => weeks[at]?.week === week)
        .map(({ expenseMinor }) => expenseMinor),
    ),
  }))
  const [most] = sums.toSorted((a, b) => b.minor - a.minor)
  const share = shareOf(most?.minor ?? 0, total(sums.map(({ minor }) => minor)))
  if (most === undefined || share === undefined) return undefined
  return words.t('reports.fullestWeek', {
    week: words.t(`reports.week_${most.week}`),
    share: words.percent(share),
  })
}

/** `8–14`, by the days of the month. */
function daysBetween({ from, to }: DateRange): string {
  return `${Number(from.slice(8))}–${Number(to.slice(8))}`
}
