import { shareOf } from '@ourmoney/shared/report/compare.ts'
import type { SumsAnswer } from '../../data/views/reports.ts'
import type { ChartFlow } from '../../ui/chart/spec.ts'
import type { ReportAsk } from './ask.ts'
import { branchLink, branchLook, branchName } from './branch-words.ts'
import { branchesOf, type Branch } from './branches.ts'
import type { ReportContent, Row, RowLook } from './content.ts'
import { listLink } from './list-link.ts'
import { total } from './over-time.ts'
import { inPeriod, periodName } from './period-name.ts'
import { apart } from './series-colours.ts'
import type { ReportWords } from './words-for.ts'

/** More of a side than that nobody follows: the rest is one. */
const mostFlows = 9

type Side = 'cameIn' | 'wasThere' | 'wentOut' | 'stays'
type Flow = ChartFlow & {
  readonly side: Side
  readonly look?: RowLook | undefined
}

/** Where income comes from and what becomes of it, category by category. */
export function sankeyContent(
  answer: SumsAnswer,
  ask: ReportAsk,
  words: ReportWords,
): ReportContent {
  const { t, money, percent } = words
  const { currency, spans } = answer
  const [now] = spans
  const income = now?.incomeMinor ?? 0
  const spent = now?.expenseMinor ?? 0
  const { sources, uses } = flowsOf(answer, ask, words)
  const period = inPeriod(ask.period, words)
  const [first] = branchesFor(answer, 'expense', ask)
  const share = first && shareOf(first.minors[0] ?? 0, spent)
  const whole = total(sources.map(({ minor }) => minor))
  const rowOf = ({ name, side, minor, to, look }: Flow, at: number): Row => ({
    id: String(at),
    cells: [name, t(`reports.${side}`), shareOf(minor, whole), minor],
    to,
    look,
  })
  return {
    sentence:
      whole === 0
        ? t('reports.nothingMoved', { period })
        : t(spent > income ? 'reports.flowLacks' : 'reports.flowLeft', {
            income: money(income, currency),
            spent: money(spent, currency),
            left: money(Math.abs(income - spent), currency),
            period,
          }),
    notes:
      first === undefined || share === undefined || spent <= 0
        ? []
        : [
            t('reports.wentMost', {
              name: branchName(first, words),
              amount: money(first.minors[0] ?? 0, currency),
              share: percent(share),
            }),
          ],
    missing: now?.missing ?? [],
    isEmpty: whole === 0,
    table: {
      caption: `${t('reports.name_sankey')}, ${periodName(ask.period, words)}`,
      currency,
      columns: [
        { id: 'name', name: t('reports.fromOrTo'), kind: 'text' },
        { id: 'side', name: t('reports.direction'), kind: 'text' },
        { id: 'share', name: t('reports.share'), kind: 'share', isExtra: true },
        { id: 'amount', name: t('common.amount'), kind: 'money' },
      ],
      rows: [...sources, ...uses].map(rowOf),
    },
    chart: {
      kind: 'sankey',
      middle: ask.lookups.ledger?.name ?? 'OurMoney',
      sources,
      uses,
    },
  }
}

function branchesFor(
  answer: SumsAnswer,
  of: 'expense' | 'income',
  { lookups, filter }: ReportAsk,
): readonly Branch[] {
  const isFiltered = filter.categories !== undefined
  return branchesOf(answer, of, lookups.categories, isFiltered)
}

/** Both sides come to the same: what is left stands with what was spent, what was lacking with what came in. */
function flowsOf(
  answer: SumsAnswer,
  ask: ReportAsk,
  words: ReportWords,
): { readonly sources: readonly Flow[]; readonly uses: readonly Flow[] } {
  const { t } = words
  const [now] = answer.spans
  const left = (now?.incomeMinor ?? 0) - (now?.expenseMinor ?? 0)
  const anything = listLink(ask, { types: ['expense', 'income'] })
  const flowOf = (
    branch: Branch,
    of: 'expense' | 'income',
    side: Side,
  ): Flow => {
    const minor = branch.minors[0] ?? 0
    const look = branchLook(branch)
    const name = branchName(branch, words)
    return {
      name:
        minor < 0
          ? t(of === 'expense' ? 'reports.cameBack' : 'reports.wentBack', {
              name,
            })
          : name,
      side,
      minor: Math.abs(minor),
      colour: look.colour,
      to: branchLink(branch, of, ask),
      look,
    }
  }
  const isMore = ({ minors: [minor = 0] }: Branch) => minor > 0
  const isLess = ({ minors: [minor = 0] }: Branch) => minor < 0
  const earned = branchesFor(answer, 'income', ask)
  const spent = branchesFor(answer, 'expense', ask)
  const of = (
    branches: readonly Branch[],
    kind: 'expense' | 'income',
    side: Side,
    isMeant: (branch: Branch) => boolean,
  ) => branches.filter(isMeant).map(branch => flowOf(branch, kind, side))
  const rest = (name: string, side: Side, colour: string): readonly Flow[] => [
    { name, side, minor: Math.abs(left), colour, to: anything },
  ]
  const sources = [
    ...of(earned, 'income', 'cameIn', isMore),
    ...of(spent, 'expense', 'cameIn', isLess),
  ]
  const uses = [
    ...of(spent, 'expense', 'wentOut', isMore),
    ...of(earned, 'income', 'wentOut', isLess),
  ]
  return {
    sources: [
      ...fewer(sources, words),
      ...(left < 0
        ? rest(t('reports.fromBefore'), 'wasThere', '--danger-fill')
        : []),
    ],
    uses: [
      ...fewer(uses, words),
      ...(left > 0 ? rest(t('reports.left'), 'stays', '--accent-fill') : []),
    ],
  }
}

/** The largest, in colours of their own, and the others as one. */
function fewer(flows: readonly Flow[], { t }: ReportWords): readonly Flow[] {
  const sorted = flows.toSorted((a, b) => b.minor - a.minor)
  const isMany = sorted.length > mostFlows + 1
  const shown = sorted.slice(0, isMany ? mostFlows : undefined)
  const others = sorted.slice(shown.length)
  const colours = apart(shown.map(({ colour }) => colour))
  return [
    ...shown.map((flow, at) => ({
      ...flow,
      colour: colours[at] ?? flow.colour,
    })),
    ...(others.length === 0
      ? []
      : [
          {
            name: t('reports.others', { count: others.length }),
            side: others[0]?.side ?? 'wentOut',
            minor: total(others.map(({ minor }) => minor)),
            colour: '--bar-rest',
          },
        ]),
  ]
}
