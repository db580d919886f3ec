import { colourOf } from '../../ui/category-icon.tsx'
import {
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import type { SumGroup } from '../../data/views/reports.ts'
import type {
  UnusualAnswer,
  UnusualExpense,
  UnusualSum,
} from '../../data/views/unusual.ts'
import { shortDate } from '../../ui/dates.ts'
import type { ReportAsk } from './ask.ts'
import type { ReportContent, Row, RowLook } from './content.ts'
import { listLink } from './list-link.ts'
import { inPeriod, periodName } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** More of a kind nobody reads, and more columns nobody tells apart. */
const mostRows = 25
const mostColumns = 10

/** One thing that is unusual, in the table and in the drawing. */
type Told = {
  readonly id: string
  readonly name: string
  /** What it is, and what it was compared with. */
  readonly what: string
  readonly minor: number
  readonly usualMinor: number
  readonly score: number
  readonly to: string | undefined
  readonly look: RowLook | undefined
}

/** What of a period is far from the usual: single expenses, and what categories and payees came to. */
export function unusualContent(
  answer: UnusualAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money } = words
  const { currency, count, expenses, categories, payees } = answer
  const period = inPeriod(ask.period, words)
  const all = expenses.length + categories.length + payees.length
  const told = [
    ...expenses.slice(0, mostRows).map(each => expenseTold(each, ask, words)),
    ...categories.slice(0, mostRows).map((each, at) => ({
      ...sumTold(each, 'category', ask, words),
      id: `category ${at}`,
    })),
    ...payees.slice(0, mostRows).map((each, at) => ({
      ...sumTold(each, 'payee', ask, words),
      id: `payee ${at}`,
    })),
  ].toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
  const [first] = told
  return {
    sentence:
      count === 0
        ? t('reports.nothingSpent', { period })
        : first === undefined
          ? t('reports.nothingUnusual', { count, period })
          : t('reports.unusualMost', {
              count: all,
              period,
              name: first.name,
              amount: money(first.minor, currency),
              usual: money(first.usualMinor, currency),
            }),
    notes: count === 0 ? [] : [t('reports.unusualHow')],
    drawnOf:
      told.length > mostColumns
        ? t('reports.unusualDrawn', { count: mostColumns })
        : undefined,
    missing: answer.missing,
    isEmpty: told.length === 0,
    table: {
      caption: `${t('reports.name_unusual')}, ${periodName(ask.period, words)}`,
      currency,
      columns: [
        { id: 'name', name: t('reports.what'), kind: 'text' },
        { id: 'what', name: t('reports.beside'), kind: 'text', isExtra: true },
        { id: 'how', name: t('reports.howFar'), kind: 'text' },
        {
          id: 'usual',
          name: t('reports.usual'),
          kind: 'money',
          isBare: true,
        },
        { id: 'was', name: t('reports.was'), kind: 'money' },
      ],
      rows: told.map(
        ({ id, name, what, minor, usualMinor, score, to, look }): Row => ({
          id,
          cells: [name, what, scoreWords(score, words), usualMinor, minor],
          to,
          look,
        }),
      ),
    },
    chart: {
      kind: 'columns',
      unit: 'money',
      isStacked: false,
      labels: told.slice(0, mostColumns).map(({ name, what, to }) => ({
        short: shortened(name),
        long: `${name}, ${what}`,
        to,
      })),
      series: [
        {
          name: t('reports.usual'),
          colour: '--bar-rest',
          values: told.slice(0, mostColumns).map(each => each.usualMinor),
        },
        {
          name: t('reports.was'),
          colour: '--accent-fill',
          values: told.slice(0, mostColumns).map(({ minor }) => minor),
        },
      ],
    },
  }
}

/** The score without its number: how far beyond what a household's own past makes likely. */
export function scoreWords(score: number, { t }: ReportWords): string {
  const size = Math.abs(score)
  const far = size < 5 ? 1 : size < 10 ? 2 : 3
  return t(score > 0 ? `reports.above_${far}` : `reports.below_${far}`)
}

function expenseTold(
  {
    row,
    minor,
    usualMinor,
    score,
    category: of,
    beside,
    isSeasonal,
  }: UnusualExpense,
  ask: ReportAsk,
  { t, locale }: ReportWords,
): Told {
  const { lookups, filter } = ask
  const category = lookups.categories.find(({ _id }) => _id === of)
  const payee = lookups.payees.find(({ _id }) => _id === row.payee)
  const name = row.description || payee?.name || t('reports.withoutName')
  const others: TransactionFilter =
    beside === 'category'
      ? { categories: [of ?? 'none'] }
      : row.payee === undefined
        ? { descriptions: [row.description], payees: ['none'] }
        : { payees: [row.payee] }
  const search = filterToSearch({ ...filter, types: ['expense'], ...others })
  return {
    id: `${row.id} ${of} ${minor}`,
    name,
    what: [
      t('reports.expenseOn', { date: shortDate(row.date, locale) }),
      beside === 'payee'
        ? t('reports.besidePayee')
        : t('reports.besideCategory', {
            name: category?.name ?? t('common.noCategory'),
          }),
      ...(isSeasonal ? [t('reports.besideSeason')] : []),
    ].join(', '),
    minor,
    usualMinor,
    score,
    // Among those that it is unusual beside.
    to: `/transactions?${search}&order=amount&record=${row.id}`,
    look: {
      icon: category?.icon,
      colour: category?.colour ?? colourOf(of ?? 'none'),
    },
  }
}

function sumTold(
  { group, minor, usualMinor, score, isSeasonal }: UnusualSum,
  of: 'category' | 'payee',
  ask: ReportAsk,
  { t }: ReportWords,
): Omit<Told, 'id'> {
  const { id, description } = group
  const category = ask.lookups.categories.find(({ _id }) => _id === id)
  const payee = ask.lookups.payees.find(({ _id }) => _id === id)
  const filter = filterOf(group, of)
  return {
    name:
      of === 'category'
        ? (category?.name ?? t('common.noCategory'))
        : (payee?.name ?? description ?? t('reports.withoutName')),
    what: [
      t(of === 'category' ? 'reports.category' : 'reports.payee'),
      t(isSeasonal ? 'reports.besideSeason' : 'reports.besidePeriods'),
    ].join(', '),
    minor,
    usualMinor,
    score,
    to: listLink(ask, { types: ['expense'], ...filter }),
    look:
      of === 'category'
        ? {
            icon: category?.icon,
            colour: category?.colour ?? colourOf(id ?? 'none'),
          }
        : undefined,
  }
}

function filterOf(
  { id, description }: SumGroup,
  of: 'category' | 'payee',
): TransactionFilter {
  if (of === 'category') return { categories: [id ?? 'none'] }
  return description === undefined
    ? { payees: [id ?? 'none'] }
    : { descriptions: [description], payees: ['none'] }
}

/** Below a column there is little room. */
function shortened(name: string): string {
  return name.length <= 14 ? name : `${name.slice(0, 13).trimEnd()}…`
}
