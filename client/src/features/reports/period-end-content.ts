import type { PeriodEnd } from '@ourmoney/shared/report/period-end.ts'
import type { OutlookAnswer } from '../../data/views/outlook.ts'
import { colourOf } from '../../ui/category-icon.tsx'
import { longDate } from '../../ui/dates.ts'
import type { ReportAsk } from './ask.ts'
import type { Column, ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { periodName } from './period-name.ts'
import { qualityNote, tooLittleNote } from './quality-words.ts'
import type { ReportWords } from './words-for.ts'

/** More columns than that nobody tells apart. */
const mostColumns = 8

/** What spending will come to by the end of a period that is under way: so far, and what may still come. */
export function periodEndContent(
  answer: OutlookAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, locale } = words
  const { currency, days, today, whole, branches, missing } = answer
  const isUnderWay = days.from <= today && today <= days.to
  const told = branches
    .filter(({ end }) => end.soFarMinor !== 0 || pointOf(end) !== undefined)
    .toSorted((a, b) => sizeOf(b.end) - sizeOf(a.end))
  const isLastDay = whole.rest.outcome === 'over'
  const rest = pointOf(whole)
  const { soFarMinor } = whole
  const date = longDate(days.to, locale)
  return {
    sentence: !isUnderWay
      ? t('reports.notUnderWay')
      : isLastDay
        ? t('reports.endIsNow', { amount: money(soFarMinor, currency) })
        : rest === undefined
          ? t('reports.endUnknown', {
              date,
              amount: money(soFarMinor, currency),
            })
          : t('reports.endIs', {
              date,
              amount: money(soFarMinor + rest.minor, currency),
              soFar: money(soFarMinor, currency),
              rest: money(rest.minor, currency),
            }),
    notes: !isUnderWay ? [] : notesOf(whole, currency, words),
    missing,
    isEmpty: !isUnderWay || (told.length === 0 && soFarMinor === 0),
    table: {
      caption: `${t('reports.name_forecast')}, ${periodName(ask.period, words)}`,
      currency,
      columns: columnsFor(isLastDay, words),
      rows: told.map(({ id, end }): Row => {
        const category = ask.lookups.categories.find(({ _id }) => _id === id)
        return {
          id: id ?? 'none',
          cells: [
            category?.name ?? t('common.noCategory'),
            ...(isLastDay ? [end.soFarMinor] : cellsOf(end)),
          ],
          to: listLink(ask, { types: ['expense'], categories: [id ?? 'none'] }),
          look: {
            icon: category?.icon,
            colour: category?.colour ?? colourOf(id ?? 'none'),
          },
        }
      }),
      sum: {
        id: 'sum',
        cells: [
          t('reports.all'),
          ...(isLastDay ? [soFarMinor] : cellsOf(whole)),
        ],
        to: listLink(ask, { types: ['expense'] }),
      },
    },
    chart: {
      kind: 'columns',
      unit: 'money',
      isStacked: true,
      ...(!isLastDay && { sumName: t('reports.byTheEnd') }),
      labels: told.slice(0, mostColumns).map(({ id }) => {
        const name =
          ask.lookups.categories.find(({ _id }) => _id === id)?.name ??
          t('common.noCategory')
        return {
          short: name,
          long: name,
          to: listLink(ask, { types: ['expense'], categories: [id ?? 'none'] }),
        }
      }),
      series: [
        {
          name: t('reports.soFar'),
          colour: '--accent-fill',
          values: told.slice(0, mostColumns).map(({ end }) => end.soFarMinor),
        },
        ...(isLastDay
          ? []
          : [
              {
                name: t('reports.stillToCome'),
                colour: '--bar-rest',
                values: told
                  .slice(0, mostColumns)
                  .map(({ end }) => pointOf(end)?.minor ?? 0),
              },
            ]),
      ],
    },
  }
}

function columnsFor(isLastDay: boolean, { t }: ReportWords): readonly Column[] {
  const category: Column = {
    id: 'category',
    name: t('reports.category'),
    kind: 'text',
  }
  const soFar: Column = { id: 'soFar', name: t('reports.soFar'), kind: 'money' }
  // Nothing is to come any more.
  if (isLastDay) return [category, soFar]
  return [
    category,
    { ...soFar, isBare: true },
    { id: 'rest', name: t('reports.stillToCome'), kind: 'money', isBare: true },
    { id: 'end', name: t('reports.byTheEnd'), kind: 'money' },
    {
      id: 'low80',
      name: t('reports.from'),
      kind: 'money',
      group: t('reports.band80'),
      isBare: true,
      isExtra: true,
    },
    {
      id: 'high80',
      name: t('reports.to'),
      kind: 'money',
      group: t('reports.band80'),
      isBare: true,
      isExtra: true,
    },
  ]
}

/** What is not known stays empty. */
function cellsOf(end: PeriodEnd): readonly (number | undefined)[] {
  const { soFarMinor } = end
  const point = pointOf(end)
  const added = (minor: number | undefined) =>
    minor === undefined ? undefined : soFarMinor + minor
  return [
    soFarMinor,
    point?.minor,
    added(point?.minor),
    added(point?.low80),
    added(point?.high80),
  ]
}

function pointOf({ rest }: PeriodEnd) {
  return rest.outcome === 'forecast' ? rest.points[0] : undefined
}

function sizeOf(end: PeriodEnd): number {
  return end.soFarMinor + (pointOf(end)?.minor ?? 0)
}

function notesOf(
  { soFarMinor, rest }: PeriodEnd,
  currency: string,
  words: ReportWords,
): readonly string[] {
  const { t, money } = words
  if (rest.outcome === 'over') return []
  if (rest.outcome === 'too-little-data') {
    return [tooLittleNote(rest, words)]
  }
  const [point] = rest.points
  const { low80, high80 } = point ?? {}
  return [
    ...(low80 === undefined || high80 === undefined
      ? []
      : [
          t('reports.between80', {
            low: money(soFarMinor + low80, currency),
            high: money(soFarMinor + high80, currency),
          }),
        ]),
    qualityNote(rest.quality, currency, words),
    t('reports.eachByItself'),
  ]
}
