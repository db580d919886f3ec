import { shareOf } from '@ourmoney/shared/report/compare.ts'
import type { LargestAnswer } from '../../data/views/reports.ts'
import { colourOf } from '../../ui/category-icon.tsx'
import type { ReportAsk } from './ask.ts'
import type { ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { total } from './over-time.ts'
import { inPeriod, periodName } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** The few transactions that the most was spent on. */
export function largestContent(
  { currency, rows, totalMinor, count, missing }: LargestAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const [first] = rows
  const listed = total(rows.map(({ minor }) => minor))
  const largest = Math.max(1, first?.minor ?? 0)
  const period = inPeriod(ask.period, words)
  const share = shareOf(listed, totalMinor)
  return {
    sentence:
      first === undefined
        ? t('reports.nothingSpent', { period })
        : t('reports.largestWas', {
            name: first.row.description,
            amount: money(first.minor, currency),
            period,
          }),
    notes:
      share === undefined || count <= rows.length
        ? []
        : [
            t('reports.largestShare', {
              count: rows.length,
              all: count,
              share: percent(share),
              amount: money(totalMinor, currency),
            }),
          ],
    missing,
    isEmpty: rows.length === 0,
    table: {
      caption: `${t('reports.name_largest')}, ${periodName(ask.period, words)}`,
      currency,
      columns: [
        { id: 'what', name: t('reports.what'), kind: 'text' },
        { id: 'date', name: t('reports.date'), kind: 'date', isExtra: true },
        {
          id: 'category',
          name: t('reports.category'),
          kind: 'text',
          isExtra: true,
        },
        { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
        { id: 'spent', name: t('reports.spent'), kind: 'money' },
      ],
      rows: rows.map(({ row, minor }): Row => {
        const category = ask.lookups.categories.find(
          ({ _id }) => _id === (row.parts[0]?.category ?? row.category),
        )
        return {
          id: row.id,
          cells: [
            row.description,
            row.date,
            row.parts.length > 0
              ? t('reports.inParts')
              : (category?.name ?? t('common.noCategory')),
            shareOf(minor, totalMinor),
            minor,
          ],
          to: `${listLink(ask, { types: ['expense'] })}&order=amount&record=${row.id}`,
          look: {
            icon: row.parts.length > 0 ? 'split' : category?.icon,
            colour: category?.colour ?? colourOf(category?._id ?? 'none'),
          },
          bar: Math.max(0, minor / largest),
        }
      }),
      sum: {
        id: 'sum',
        cells: [
          t('reports.theseTogether', { count: rows.length }),
          undefined,
          undefined,
          share,
          listed,
        ],
        to: `${listLink(ask, { types: ['expense'] })}&order=amount`,
      },
    },
  }
}
