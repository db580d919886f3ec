import type { PdfSection } from '../../../pdf/content.ts'
import { dayAndMonth } from '../../../ui/dates.ts'
import { netWorthContent } from '../net-worth-content.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import type { PdfPlan } from './plan.ts'
import { shortPeriodWords } from '../../../words/period-words.ts'

/** More lines than that nobody tells apart; the sum of all is another. */
const mostLines = 5

/** What was in the accounts before the first day and at the end of each step. */
export function accountsPart(
  plan: PdfPlan,
  { balances }: PdfAnswers,
  words: ReportWords,
): readonly PdfSection[] {
  const { t, locale } = words
  const { base, dates, accounts, totals } = balances
  if (accounts.length === 0 || dates.length < 2) return []
  const names = new Map(
    plan.ask.lookups.accounts.map(doc => [doc._id, doc] as const),
  )
  const nameOf = (id: string) => names.get(id)?.name ?? t('printed.noName')
  const { sentence, notes = [] } = netWorthContent(
    { steps: plan.steps, answer: balances },
    plan.ask,
    words,
  )
  const first = totals[0] ?? 0
  const last = totals.at(-1) ?? 0
  const [firstDay = '', lastDay = ''] = [dates[0], dates.at(-1)]
  const change = last - first
  const largest = accounts
    .map(({ id, baseMinor }) => ({
      name: nameOf(id),
      minors: baseMinor.map(minor => minor ?? 0),
    }))
    .toSorted(
      (a, b) =>
        Math.max(...b.minors.map(Math.abs)) -
        Math.max(...a.minors.map(Math.abs)),
    )
  return [
    {
      question: t('printed.ask_accounts'),
      answer: sentence,
      notes,
      chart: {
        kind: 'lines',
        labels: dates.map((day, at) => {
          const step = plan.steps[at - 1]
          return step === undefined || step.days.to !== day
            ? dayAndMonth(day, locale)
            : shortPeriodWords(step.period, words)
        }),
        series: [
          { name: t('printed.allAccounts'), minors: totals },
          ...(accounts.length > 1 ? largest.slice(0, mostLines) : []),
        ],
      },
      table: {
        currency: base,
        columns: [
          { name: t('common.account'), kind: 'text' },
          { name: t('settings.currency'), kind: 'text' },
          {
            name: t('printed.atFirst', { day: dayAndMonth(firstDay, locale) }),
            kind: 'money',
            isBare: true,
          },
          {
            name: t('printed.atFirst', { day: dayAndMonth(lastDay, locale) }),
            kind: 'money',
            isBare: true,
          },
          { name: t('reports.change'), kind: 'change', isBare: true },
        ],
        // Each in its own currency; together in the ledger's.
        rows: accounts.map(({ id, minor }) => {
          const from = minor[0] ?? undefined
          const to = minor.at(-1) ?? undefined
          const currency = names.get(id)?.currency ?? base
          return {
            currency,
            cells: [
              nameOf(id),
              currency,
              from,
              to,
              to === undefined ? undefined : to - (from ?? 0),
            ],
          }
        }),
        sum: { cells: [t('printed.allAccounts'), base, first, last, change] },
      },
    },
  ]
}
