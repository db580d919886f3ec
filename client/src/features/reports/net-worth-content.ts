import type { BalancesOverAnswer } from '../../data/views/reports.ts'
import { longDate } from '../../ui/dates.ts'
import type { ReportAsk } from './ask.ts'
import { eveningLabels, leftOut } from './balances-content.ts'
import type { ReportContent } from './content.ts'
import { accountsOn } from './list-link.ts'
import { periodName } from './period-name.ts'
import type { BalancesOver } from './use-balances.ts'
import type { ReportWords } from './words-for.ts'

/** What all accounts came to over time: what is owned, what is owed, and the difference. */
export function netWorthContent(
  { steps, answer }: BalancesOver,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, locale } = words
  const { base, dates, totals } = answer
  const last = totals.length - 1
  const now = totals[last] ?? 0
  const change = now - (totals[0] ?? 0)
  return {
    sentence: t('reports.worthIs', {
      amount: money(now, base),
      date: longDate(dates[last] ?? '', locale),
    }),
    notes: [
      ...(last < 1
        ? []
        : [
            t(change < 0 ? 'reports.worthFell' : 'reports.worthRose', {
              amount: money(Math.abs(change), base),
              date: longDate(dates[0] ?? '', locale),
            }),
          ]),
      ...leftOut(answer, ask, words),
    ],
    missing: [],
    isEmpty: answer.accounts.length === 0 || steps.length === 0,
    table: {
      caption: `${t('reports.name_worth')}, ${periodName(ask.period, words)}`,
      currency: base,
      columns: [
        { id: 'date', name: t('reports.endOf'), kind: 'date' },
        {
          id: 'owned',
          name: t('reports.owned'),
          kind: 'money',
          isExtra: true,
          isBare: true,
        },
        {
          id: 'owed',
          name: t('reports.owed'),
          kind: 'money',
          isExtra: true,
          isBare: true,
        },
        { id: 'worth', name: t('reports.worth'), kind: 'money' },
        { id: 'change', name: t('reports.change'), kind: 'change' },
      ],
      rows: dates.map((date, at) => {
        const { owned, owed } = sidesAt(answer, at)
        const worth = totals[at] ?? 0
        const before = totals[at - 1]
        return {
          id: `${at}`,
          cells: [
            date,
            owned,
            owed,
            worth,
            before === undefined ? undefined : worth - before,
          ],
          to: accountsOn(date),
        }
      }),
    },
    chart: {
      kind: 'lines',
      unit: 'money',
      labels: eveningLabels(steps, dates, words),
      series: [
        {
          name: t('reports.worth'),
          colour: '--accent-fill',
          values: totals,
        },
      ],
    },
  }
}

function sidesAt({ accounts }: BalancesOverAnswer, at: number) {
  let owned = 0
  let owed = 0
  for (const { baseMinor } of accounts) {
    const minor = baseMinor[at] ?? 0
    if (minor < 0) owed += minor
    else owned += minor
  }
  return { owned, owed }
}
