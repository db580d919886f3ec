import { budgetFilter, type Budget } from '@ourmoney/shared/budget/budget.ts'
import type { KeptPeriod } from '@ourmoney/shared/budget/keep-budget.ts'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { shareOf } from '@ourmoney/shared/report/compare.ts'
import type { BudgetKeepingAnswer, BudgetKept } from '../../data/views/plans.ts'
import { budgetName } from '../../words/budget-name.ts'
import {
  periodPhrase,
  periodWords,
  shortPeriodWords,
} from '../../words/period-words.ts'
import type { ReportAsk } from './ask.ts'
import type { ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { missingIn, total } from './over-time.ts'
import { inPeriod, periodName } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** All of what was available. */
const whole = 10_000

/** How often each budget was over, and by how much. */
export function budgetsContent(
  { budgets }: BudgetKeepingAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t } = words
  const nameOf = (doc: Budget) => budgetName(doc, ask.lookups, t)
  const sorted = budgets.toSorted(
    (a, b) =>
      overShare(b) - overShare(a) ||
      b.keeping.over - a.keeping.over ||
      overOf(b.periods) - overOf(a.periods),
  )
  const base = ask.lookups.ledger?.currency ?? budgets[0]?.doc.currency ?? 'EUR'
  const rowOf = ({ doc, periods, keeping }: BudgetKept): Row => ({
    id: doc._id,
    cells: [
      nameOf(doc),
      keeping.over,
      keeping.periods,
      shareOf(keeping.over, keeping.periods),
      total(periods.map(({ spentMinor }) => spentMinor)),
      total(periods.map(({ givenMinor }) => givenMinor)),
      overOf(periods),
    ],
    currency: doc.currency,
    to: linkOf(doc, spanOf(periods), ask),
    children: periods.map((kept, at) => ({
      id: `${doc._id}-${at}`,
      cells: [
        periodWords(kept.period, words),
        undefined,
        undefined,
        undefined,
        kept.spentMinor,
        kept.availableMinor,
        kept.overMinor,
      ],
      currency: doc.currency,
      to: linkOf(doc, kept.period, ask),
    })),
  })
  return {
    sentence: sentenceOf(sorted, nameOf, ask, words),
    notes: notesOf(sorted, nameOf, words),
    missing: missingIn(budgets),
    isEmpty: budgets.length === 0,
    table: {
      caption: `${t('reports.name_budgets')}, ${periodName(ask.period, words)}`,
      currency: base,
      columns: [
        { id: 'budget', name: t('reports.budget'), kind: 'text' },
        { id: 'times', name: t('reports.timesOver'), kind: 'count' },
        {
          id: 'of',
          name: t('reports.ofPeriods'),
          kind: 'count',
          isExtra: true,
        },
        { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
        { id: 'spent', name: t('reports.spent'), kind: 'money', isExtra: true },
        {
          id: 'given',
          name: t('reports.budgeted'),
          kind: 'money',
          isExtra: true,
        },
        { id: 'over', name: t('reports.overBy'), kind: 'money' },
      ],
      rows: sorted.map(rowOf),
    },
    chart: {
      kind: 'multiples',
      unit: 'share',
      labels: [],
      charts: sorted.map(({ doc, periods, keeping }) => ({
        name: nameOf(doc),
        colour: '--bar-rest',
        note: t('reports.overOf', {
          count: keeping.periods,
          over: keeping.over,
        }),
        limit: whole,
        labels: periods.map(({ period }) => ({
          short: shortPeriodWords(period, words),
          long: periodWords(period, words),
        })),
        values: periods.map(usedOf),
        links: periods.map(({ period }) => linkOf(doc, period, ask)),
      })),
    },
  }
}

function overOf(periods: readonly KeptPeriod[]): number {
  return total(periods.map(({ overMinor }) => overMinor))
}

function overShare({ keeping }: BudgetKept): number {
  return keeping.over / keeping.periods
}

/** Where nothing was available anything is more than all of it. */
function usedOf({ usedBasisPoints, overMinor }: KeptPeriod): number {
  return usedBasisPoints ?? (overMinor > 0 ? 2 * whole : 0)
}

function spanOf(periods: readonly KeptPeriod[]): DateRange {
  return {
    from: periods[0]?.period.from ?? '',
    to: periods.at(-1)?.period.to ?? '',
  }
}

/** What a budget counts, whatever else is chosen. */
function linkOf(
  doc: Budget,
  days: DateRange,
  { lookups, counting }: ReportAsk,
): string {
  const isBase = doc.currency === lookups.ledger?.currency
  const { types, categories, members } = budgetFilter(doc, days)
  return listLink(
    { filter: {}, currency: isBase ? undefined : doc.currency, counting, days },
    { types, categories, members },
    { from: days.from, to: days.to },
  )
}

function sentenceOf(
  [worst, ...others]: readonly BudgetKept[],
  nameOf: (doc: Budget) => string,
  ask: ReportAsk,
  words: ReportWords,
): string {
  const { t, money } = words
  const period = inPeriod(ask.period, words)
  if (worst === undefined) return t('reports.noBudgets', { period })
  const { keeping, doc } = worst
  if (keeping.over === 0) {
    return t('reports.allKept', {
      count: others.length + 1,
      name: nameOf(doc),
      period,
    })
  }
  return t('reports.overMost', {
    name: nameOf(doc),
    period,
    over: keeping.over,
    count: keeping.periods,
    amount: money(keeping.meanOverMinor, doc.currency),
  })
}

/** How often all of them were kept, and when one was over the furthest. */
function notesOf(
  all: readonly BudgetKept[],
  nameOf: (doc: Budget) => string,
  words: ReportWords,
): readonly string[] {
  const { t, money, percent } = words
  const periods = total(all.map(({ keeping }) => keeping.periods))
  const kept = total(all.map(({ keeping }) => keeping.kept))
  const share = shareOf(kept, periods)
  const [furthest] = all
    .flatMap(({ doc, periods: own }) => own.map(each => ({ doc, each })))
    .filter(({ each }) => each.overMinor > 0)
    .toSorted((a, b) => usedOf(b.each) - usedOf(a.each))
  return [
    ...(share === undefined || all.length < 2
      ? []
      : [
          t('reports.keptInAll', {
            kept,
            count: periods,
            share: percent(share),
          }),
        ]),
    ...(furthest === undefined
      ? []
      : [
          t('reports.overFurthest', {
            name: nameOf(furthest.doc),
            period: periodPhrase(furthest.each.period, words),
            spent: money(furthest.each.spentMinor, furthest.doc.currency),
            available: money(
              furthest.each.availableMinor,
              furthest.doc.currency,
            ),
          }),
        ]),
  ]
}
