import type { ForecastPoint } from '@ourmoney/shared/report/forecast.ts'
import type { OutlookAnswer } from '../../data/views/outlook.ts'
import type { ChartBand } from '../../ui/chart/spec.ts'
import { longDate, shortDate } from '../../ui/dates.ts'
import type { ReportAsk } from './ask.ts'
import type { Column, ReportContent, Row } from './content.ts'
import { accountsOn } from './list-link.ts'
import { qualityNote, tooLittleNote } from './quality-words.ts'
import type { ReportWords } from './words-for.ts'

/** Months ahead that the sentence and its notes tell. */
const told = [3, 6, 12] as const

/** What was in the accounts, and what may be in a year, with how sure that is. */
export function balanceAheadContent(
  { currency, balance }: OutlookAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, locale } = words
  const { before, forecast, nowMinor, missing, isNone } = balance
  const isKnown = forecast.outcome === 'forecast'
  const points = isKnown ? forecast.points : []
  const days = isKnown ? forecast.days : []
  const levels = boundsOf(points)
  const now = money(nowMinor, currency)
  const first = points[told[0] - 1]
  const names = missing.map(
    id => ask.lookups.accounts.find(({ _id }) => _id === id)?.name ?? '',
  )
  return {
    sentence: isNone
      ? t('reports.noAccounts')
      : first === undefined
        ? t('reports.balanceUnknown', { amount: now })
        : t('reports.balanceIn', {
            now,
            count: told[0],
            amount: money(first.minor, currency),
          }),
    notes: isNone
      ? []
      : [
          ...(isKnown
            ? told.flatMap(months =>
                rangeWords(months, points[months - 1], currency, words),
              )
            : [tooLittleNote(forecast, words)]),
          ...(isKnown ? [qualityNote(forecast.quality, currency, words)] : []),
          ...(names.length === 0
            ? []
            : [
                t('reports.withoutRate', {
                  names: new Intl.ListFormat(locale).format(names),
                }),
              ]),
        ],
    missing: [],
    isEmpty: isNone,
    table: {
      caption: t('reports.balanceAhead'),
      currency,
      isMatrix: true,
      columns: columnsFor(levels, words),
      rows: [
        ...before.map(({ date, minor }): Row => ({
          id: date,
          cells: [date, minor],
          to: accountsOn(date),
        })),
        ...points.map((point, at): Row => ({
          id: days[at] ?? String(at),
          cells: [
            days[at],
            point.minor,
            ...levels.flatMap(level => [
              point[`low${level}`],
              point[`high${level}`],
            ]),
          ],
        })),
      ],
    },
    chart: {
      kind: 'lines',
      unit: 'money',
      labels: [
        ...before.map(({ date }) => ({
          short: shortDate(date, locale),
          long: longDate(date, locale),
          to: accountsOn(date),
        })),
        ...days.map(date => ({
          short: shortDate(date, locale),
          long: longDate(date, locale),
        })),
      ],
      series: [
        {
          name: t('reports.worth'),
          colour: '--accent-fill',
          values: [
            ...before.map(({ minor }) => minor),
            ...points.map(() => null),
          ],
        },
        {
          name: t('reports.expected'),
          colour: '--warning',
          values: [
            ...before.map((_, at) =>
              at === before.length - 1 ? nowMinor : null,
            ),
            ...points.map(({ minor }) => minor),
          ],
        },
      ],
      bands: bandsOf(before.length, nowMinor, points, words),
    },
  }
}

/** From today on, where nothing is open yet, the wider one first. */
function bandsOf(
  past: number,
  nowMinor: number,
  points: readonly ForecastPoint[],
  { t }: ReportWords,
): readonly ChartBand[] {
  const from = Array.from({ length: past }, (_, at) =>
    at === past - 1 ? nowMinor : null,
  )
  return boundsOf(points)
    .toReversed()
    .map(level => ({
      name: t(`reports.band${level}`),
      colour: '--warning',
      low: [...from, ...points.map(point => point[`low${level}`] ?? null)],
      high: [...from, ...points.map(point => point[`high${level}`] ?? null)],
    }))
}

/** `In 6 months about €1,200.00; four times out of five between …` */
function rangeWords(
  months: number,
  point: ForecastPoint | undefined,
  currency: string,
  { t, money }: ReportWords,
): readonly string[] {
  if (point === undefined) return []
  const { low80, high80 } = point
  const amount = money(point.minor, currency)
  return [
    low80 === undefined || high80 === undefined
      ? t('reports.inMonths', { count: months, amount })
      : t('reports.inMonthsBetween', {
          count: months,
          amount,
          low: money(low80, currency),
          high: money(high80, currency),
        }),
  ]
}

/** Bounds that nobody knows have no columns. */
function boundsOf(points: readonly ForecastPoint[]) {
  return ([80, 95] as const).filter(level =>
    points.some(point => point[`low${level}`] !== undefined),
  )
}

function columnsFor(
  levels: readonly (80 | 95)[],
  { t }: ReportWords,
): readonly Column[] {
  return [
    { id: 'date', name: t('reports.endOf'), kind: 'date' },
    { id: 'minor', name: t('reports.worth'), kind: 'money' },
    ...levels.flatMap(level =>
      (['low', 'high'] as const).map((bound): Column => ({
        id: `${bound}${level}`,
        name: t(bound === 'low' ? 'reports.from' : 'reports.to'),
        kind: 'money',
        group: t(`reports.band${level}`),
        isBare: true,
        isExtra: level === 95,
      })),
    ),
  ]
}
