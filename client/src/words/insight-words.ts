import type { TFunction } from 'i18next'
import { assertNever } from '@ourmoney/shared/assert.ts'
import { budgetFilter, type Budget } from '@ourmoney/shared/budget/budget.ts'
import { periodText } from '@ourmoney/shared/calendar/period-text.ts'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import {
  customPeriod,
  periodOf,
  shiftPeriod,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import {
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { NamedInsight } from '../data/views/insights.ts'
import type { LookupsAnswer } from '../data/views/names.ts'
import { monthAndYear, periodName, shortDate } from '../ui/dates.ts'
import { budgetName } from './budget-name.ts'

export type InsightWords = {
  readonly t: TFunction
  readonly locale: string
  readonly today: string
  readonly counting: Counting
  readonly lookups: Pick<LookupsAnswer, 'categories' | 'members'>
}

/** A piece of news as a sentence. */
export function insightSentence(
  insight: NamedInsight,
  words: InsightWords,
): string {
  const { told, currency, evidence, name: of = '' } = insight
  const { t, locale, counting } = words
  const money = (minor: number) => formatMoney(minor, currency, locale)
  const { from, to } = evidence.range
  const name = of === '' ? t('common.expense') : of
  switch (told.kind) {
    case 'mover': {
      const change = told.minor - told.beforeMinor
      const month = periodOf(from, 'month', counting)
      const before = shiftPeriod(month, -1, counting).from
      return t(change > 0 ? 'insights.moverMore' : 'insights.moverLess', {
        amount: money(told.minor),
        change: money(Math.abs(change)),
        name: categoryName(evidence.category, words),
        before: monthAndYear(monthOf(before, counting.firstDay), locale),
      })
    }
    case 'unusual':
      return t(
        told.beside === 'payee'
          ? 'insights.unusualPayee'
          : 'insights.unusualCategory',
        {
          amount: money(told.minor),
          usual: money(told.usualMinor),
          name,
          date: shortDate(from, locale),
          category: categoryName(evidence.category, words),
        },
      )
    case 'new-payment':
      return t('insights.newPayment', {
        name,
        date: shortDate(told.since, locale),
        amount: money(told.minor),
        yearly: money(told.yearlyMinor),
      })
    case 'risen-payment':
      return t('insights.risenPayment', {
        name,
        date: shortDate(told.since, locale),
        amount: money(told.minor),
        before: money(told.beforeMinor),
        yearly: money(told.yearlyChangeMinor),
      })
    case 'over-pace':
      return t(told.state === 'over' ? 'insights.over' : 'insights.fast', {
        name: nameOfBudget(insight.budget, words),
        spent: money(told.spentMinor),
        available: money(told.availableMinor),
        projected: money(told.projectedMinor),
        count: told.daysLeft,
      })
    case 'best-month':
      return t('insights.bestMonth', {
        month: periodName(monthOf(to, counting.firstDay), locale),
        amount: money(told.savedMinor),
        usual: money(told.usualMinor),
        count: told.of,
      })
    case 'streak':
      return told.of === 'saved'
        ? t('insights.saved', { count: told.length })
        : t('insights.kept', {
            name: nameOfBudget(insight.budget, words),
            count: told.length,
          })
    default:
      return assertNever(told)
  }
}

/** Where what shows it is: its transactions, or the report that has it. */
export function insightLink(
  { told, evidence, budget }: NamedInsight,
  { today, counting }: Pick<InsightWords, 'today' | 'counting'>,
): string {
  const { range, category = 'none', from = '', transactions } = evidence
  const expenses = (filter: TransactionFilter) =>
    `/transactions?${filterToSearch({ types: ['expense'], ...filter })}`
  const saved = (period: Period) =>
    `/reports/savings?period=${periodText(period, today, counting)}`
  switch (told.kind) {
    case 'mover':
      return expenses({ categories: [category], ...range })
    case 'unusual':
      return `${expenses({ categories: [category] })}&order=amount&record=${transactions?.[0] ?? ''}`
    case 'new-payment':
    case 'risen-payment':
      // Without a payee it goes by what it is called, after a sign that no id begins with.
      return expenses(
        from.startsWith('=')
          ? { descriptions: [from.slice(1)], payees: ['none'], ...range }
          : { payees: [from], ...range },
      )
    case 'over-pace':
      return budget === undefined
        ? '/budgets'
        : expenses(budgetFilter(budget, range))
    case 'best-month':
      return saved(periodOf(range.from, 'month', counting))
    case 'streak':
      return told.of === 'kept' ? '/budgets' : saved(customPeriod(range))
    default:
      return assertNever(told)
  }
}

function categoryName(
  id: string | undefined,
  { t, lookups }: InsightWords,
): string {
  return (
    lookups.categories.find(({ _id }) => _id === id)?.name ??
    t('common.noCategory')
  )
}

function nameOfBudget(
  budget: Budget | undefined,
  { t, lookups }: InsightWords,
): string {
  return budget === undefined ? '' : budgetName(budget, lookups, t)
}
