import type { Account } from '@ourmoney/shared/account/account.ts'
import type { BalancesOverAnswer } from '../../data/views/reports.ts'
import { spareColours } from '../../ui/category-icon.tsx'
import { longDate } from '../../ui/dates.ts'
import { shortPeriodWords } from '../../words/period-words.ts'
import type { ChartLabel } from '../../ui/chart/spec.ts'
import type { ReportAsk } from './ask.ts'
import type { ReportContent, Row } from './content.ts'
import { accountsOn } from './list-link.ts'
import { periodName } from './period-name.ts'
import type { BalancesOver } from './use-balances.ts'
import type { ReportWords } from './words-for.ts'

/** More lines than that nobody tells apart. */
const mostLines = 8

/** What was in each account over time. */
export function balancesContent(
  { steps, answer }: BalancesOver,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, locale } = words
  const { base, dates } = answer
  const last = dates.length - 1
  const over = answer.accounts
    .flatMap(each => {
      const account = ask.lookups.accounts.find(({ _id }) => _id === each.id)
      return account ? [{ ...each, account }] : []
    })
    .filter(({ minor }) => minor.some(each => each !== null))
  const sized = over.toSorted(
    (a, b) =>
      Math.abs(b.baseMinor[last] ?? 0) - Math.abs(a.baseMinor[last] ?? 0),
  )
  const [first] = sized
  const isOne = over.every(({ account }) => account.currency === base)
  const rowOf = ({ account, minor }: (typeof over)[number]): Row => ({
    id: account._id,
    cells: cellsOf(account, minor, isOne),
    currency: isOne ? undefined : account.currency,
    to: `/accounts/${account._id}`,
  })
  return {
    sentence:
      first === undefined
        ? t('reports.noAccounts')
        : t('reports.mostIsIn', {
            name: first.account.name,
            amount: money(first.minor[last] ?? 0, first.account.currency),
            date: longDate(dates[last] ?? '', locale),
          }),
    notes: leftOut(answer, ask, words),
    missing: [],
    isEmpty: over.length === 0 || steps.length === 0,
    table: {
      caption: `${t('reports.name_balances')}, ${periodName(ask.period, words)}`,
      currency: base,
      isMatrix: true,
      columns: [
        { id: 'account', name: t('reports.account'), kind: 'text' },
        ...(isOne
          ? []
          : [
              {
                id: 'currency',
                name: t('reports.currency'),
                kind: 'text' as const,
              },
            ]),
        { id: 'change', name: t('reports.change'), kind: 'change' },
        ...dates.map((_, at) => {
          const step = steps[at - 1]
          return {
            id: `date-${at}`,
            name:
              step === undefined
                ? t('reports.before')
                : shortPeriodWords(step.period, words).replace('\n', ' '),
            kind: 'money' as const,
            isBare: true,
          }
        }),
      ],
      rows: over.map(rowOf),
    },
    chart: {
      kind: 'lines',
      unit: 'money',
      labels: eveningLabels(steps, dates, words),
      series: sized.slice(0, mostLines).map(({ account, baseMinor }, at) => ({
        name: account.name,
        colour: spareColours[at] ?? '--bar-rest',
        values: baseMinor,
      })),
    },
  }
}

function cellsOf(
  { name, currency }: Account,
  minor: readonly (number | null)[],
  isOne: boolean,
): Row['cells'] {
  const known = minor.filter(each => each !== null)
  const change = (known.at(-1) ?? 0) - (known[0] ?? 0)
  return [
    name,
    ...(isOne ? [] : [currency]),
    change,
    ...minor.map(each => each ?? undefined),
  ]
}

/** The evening before the first step, then the end of each: what stands below it, and where accounts are listed as they were then. */
export function eveningLabels(
  steps: BalancesOver['steps'],
  dates: readonly string[],
  words: ReportWords,
): readonly ChartLabel[] {
  return dates.map((date, at) => {
    const step = steps[at - 1]
    return {
      short: step === undefined ? '' : shortPeriodWords(step.period, words),
      long: longDate(date, words.locale),
      to: accountsOn(date),
    }
  })
}

/** Accounts that have no rate of some of these days. */
export function leftOut(
  { missing }: BalancesOverAnswer,
  { lookups }: ReportAsk,
  { t, locale }: ReportWords,
): readonly string[] {
  if (missing.length === 0) return []
  const names = missing.map(
    id => lookups.accounts.find(({ _id }) => _id === id)?.name ?? '',
  )
  return [
    t('reports.withoutRate', {
      names: new Intl.ListFormat(locale).format(names),
    }),
  ]
}
