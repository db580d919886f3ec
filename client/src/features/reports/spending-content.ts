import { changeOf, shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import type { ChartBox } from '../../ui/chart/spec.ts'
import type { ReportAsk } from './ask.ts'
import { branchLink, branchLook, branchName } from './branch-words.ts'
import { branchesOf, type Branch } from './branches.ts'
import { changeWords } from './change-words.ts'
import type { Column, ReportContent, Row } from './content.ts'
import { listLink } from './list-link.ts'
import { beforeName, inPeriod, periodName } from './period-name.ts'
import type { ReportWords } from './words-for.ts'

/** What was spent on each category, against an earlier period. */
export function spendingContent(
  answer: SumsAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const { currency, spans } = answer
  const [now, then] = spans
  const spent = now?.expenseMinor ?? 0
  const branches = branchesOf(
    answer,
    'expense',
    ask.lookups.categories,
    ask.filter.categories !== undefined,
  )
  const inTime = inPeriod(ask.period, words)
  const first = branches[0]
  const share = first && shareOf(first.minors[0] ?? 0, spent)
  const sentence =
    first === undefined || spent <= 0
      ? t('reports.nothingSpent', { period: inTime })
      : t('reports.spentMost', {
          amount: money(spent, currency),
          period: inTime,
          name: branchName(first, words),
          share: percent(share ?? 0),
        })
  const compared =
    ask.before && then
      ? changeWords(spent, then.expenseMinor, currency, ask.before, words)
      : undefined
  const hasBefore = ask.before !== undefined
  const largest = Math.max(1, ...branches.map(({ minors }) => minors[0] ?? 0))
  const rowOf = (branch: Branch, id: string): Row => ({
    id,
    cells: cellsOf(branchName(branch, words), branch.minors, spent, hasBefore),
    to: branchLink(branch, 'expense', ask),
    look: branchLook(branch),
    bar: Math.max(0, (branch.minors[0] ?? 0) / largest),
    children: branch.parts.map((part, at) => rowOf(part, `${id}-${at}`)),
  })
  return {
    sentence,
    notes: compared === undefined ? [] : [compared],
    missing: now?.missing ?? [],
    isEmpty: branches.length === 0,
    table: {
      caption: `${t('reports.name_spending')}, ${periodName(ask.period, words)}`,
      currency,
      columns: columnsFor(ask, words),
      rows: branches.map((branch, at) => rowOf(branch, String(at))),
      sum: {
        id: 'sum',
        cells: cellsOf(
          t('reports.all'),
          spans.map(({ expenseMinor }) => expenseMinor),
          spent,
          hasBefore,
        ),
        to: listLink(ask, { types: ['expense'] }),
      },
    },
    chart: {
      kind: 'boxes',
      boxes: branches.flatMap(branch => boxOf(branch, ask, words)),
    },
  }
}

function columnsFor(ask: ReportAsk, words: ReportWords): readonly Column[] {
  const { t } = words
  const spent: readonly Column[] = [
    { id: 'category', name: t('reports.category'), kind: 'text' },
    { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
    { id: 'spent', name: t('reports.spent'), kind: 'money' },
  ]
  if (ask.before === undefined) return spent
  const earlier = beforeName(ask.before, words)
  return [
    ...spent,
    {
      id: 'before',
      name: earlier,
      kind: 'money',
      isExtra: true,
      isBare: true,
    },
    { id: 'change', name: t('reports.change'), kind: 'change' },
  ]
}

function cellsOf(
  name: string,
  minors: readonly number[],
  whole: number,
  hasBefore: boolean,
): Row['cells'] {
  const [now = 0, before = 0] = minors
  const spent = [name, shareOf(now, whole), now]
  return hasBefore
    ? [...spent, before, changeOf(now, before).changeMinor]
    : spent
}

/** What came to nothing, or less, has no size. */
function boxOf(
  branch: Branch,
  ask: ReportAsk,
  words: ReportWords,
): readonly ChartBox[] {
  const [minor = 0] = branch.minors
  if (minor <= 0) return []
  return [
    {
      name: branchName(branch, words),
      minor,
      colour: branchLook(branch).colour,
      to: branchLink(branch, 'expense', ask),
      parts: branch.parts.flatMap(part => boxOf(part, ask, words)),
    },
  ]
}
