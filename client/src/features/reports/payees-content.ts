import {
  changeOf,
  meanMinor,
  shareOf,
} from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import type { ReportAsk } from './ask.ts'
import { changeWords } from './change-words.ts'
import type { Column, ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { beforeName, inPeriod, periodName } from './period-name.ts'
import { sourcesOf } from './sources.ts'
import type { ReportWords } from './words-for.ts'

/** Whom the most was paid to, and how often. */
export function payeesContent(
  answer: SumsAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const { currency, spans } = answer
  const [now, then] = spans
  const spent = now?.expenseMinor ?? 0
  const sources = sourcesOf(answer, 'expense', ask.lookups, words)
  const [first] = sources.filter(({ minors }) => (minors[0] ?? 0) > 0)
  const largest = Math.max(1, ...sources.map(({ minors }) => minors[0] ?? 0))
  const period = inPeriod(ask.period, words)
  const { before } = ask
  const cellsOf = (
    name: string,
    minors: readonly number[],
    count: number | undefined,
  ): Row['cells'] => {
    const [minor = 0, earlier = 0] = minors
    return [
      name,
      count,
      count === undefined || count === 0
        ? undefined
        : meanMinor([minor / count]),
      shareOf(minor, spent),
      minor,
      ...(before ? [changeOf(minor, earlier).changeMinor] : []),
    ]
  }
  return {
    sentence:
      first === undefined
        ? t('reports.nothingSpent', { period })
        : t('reports.paidMost', {
            name: first.name,
            amount: money(first.minors[0] ?? 0, currency),
            count: first.counts[0] ?? 0,
            share: percent(shareOf(first.minors[0] ?? 0, spent) ?? 0),
            period,
          }),
    notes:
      before && then
        ? [changeWords(spent, then.expenseMinor, currency, before, words)]
        : [],
    missing: now?.missing ?? [],
    isEmpty: sources.length === 0,
    table: {
      caption: `${t('reports.name_payees')}, ${periodName(ask.period, words)}`,
      currency,
      columns: columnsFor(ask, words),
      rows: sources.map(({ name, minors, counts, filter }, at) => ({
        id: String(at),
        cells: cellsOf(name, minors, counts[0]),
        to: filter && listLink(ask, { types: ['expense'], ...filter }),
        bar: Math.max(0, (minors[0] ?? 0) / largest),
      })),
      sum: {
        id: 'sum',
        cells: cellsOf(
          t('reports.all'),
          spans.map(({ expenseMinor }) => expenseMinor),
          undefined,
        ),
        to: listLink(ask, { types: ['expense'] }),
      },
    },
  }
}

function columnsFor(
  { before }: ReportAsk,
  words: ReportWords,
): readonly Column[] {
  const { t } = words
  return [
    { id: 'payee', name: t('reports.payee'), kind: 'text' },
    { id: 'count', name: t('reports.count'), kind: 'count', isExtra: true },
    {
      id: 'mean',
      name: t('reports.meanEach'),
      kind: 'money',
      isExtra: true,
      isBare: true,
    },
    { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
    { id: 'spent', name: t('reports.spent'), kind: 'money' },
    ...(before
      ? [
          {
            id: 'change',
            name: t('reports.changeFrom', {
              period: beforeName(before, words),
            }),
            kind: 'change' as const,
          },
        ]
      : []),
  ]
}
