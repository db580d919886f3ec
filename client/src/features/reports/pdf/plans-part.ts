import { countStates } from '@ourmoney/shared/budget/budget-state.ts'
import { monthlyMinor } from '@ourmoney/shared/recurring/monthly-minor.ts'
import type { TransactionType } from '@ourmoney/shared/transaction/transaction.ts'
import type {
  MultiplesChart,
  PdfSection,
  PdfTable,
} from '../../../pdf/content.ts'
import { budgetName } from '../../../words/budget-name.ts'
import { periodWords, shortPeriodWords } from '../../../words/period-words.ts'
import { rhythmWords } from '../../../words/rhythm-words.ts'
import { budgetsContent } from '../budgets-content.ts'
import { missingIn } from '../over-time.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { leftOut, sectionOf } from './from-content.ts'
import type { PdfPlan } from './plan.ts'

/** What was planned, and what comes again and again. */
export function plansPart(
  plan: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
): readonly PdfSection[] {
  return [
    budgetsNow(plan, answers, words),
    budgetsKept(plan, answers, words),
    goals(answers, words),
    recurring(plan, answers, words),
    found(plan, answers, words),
  ].filter(section => section !== undefined)
}

function budgetsNow(
  { ask }: PdfPlan,
  { budgets: { budgets } }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, locale } = words
  if (budgets.length === 0) return undefined
  const { over, fast, fine } = countStates(budgets, ask.today)
  const states = [
    ...(over > 0 ? [t('budgets.sum_over', { count: over })] : []),
    ...(fast > 0 ? [t('budgets.sum_fast', { count: fast })] : []),
    ...(fine > 0 ? [t('budgets.sum_fine', { count: fine })] : []),
  ]
  const nameOf = (doc: (typeof budgets)[number]['doc']) =>
    budgetName(doc, ask.lookups, t)
  return {
    question: t('printed.ask_budgets'),
    answer:
      states.length === 0
        ? t('budgets.notYet')
        : new Intl.ListFormat(locale).format(states),
    notes: leftOut(missingIn(budgets), words),
    chart: {
      kind: 'meters',
      meters: budgets.map(({ doc, now, pace }) => ({
        name: nameOf(doc),
        minor: now.spentMinor,
        ofMinor: now.availableMinor,
        note: t(now.leftMinor < 0 ? 'budgets.over' : 'budgets.left', {
          amount: money(Math.abs(now.leftMinor), doc.currency),
        }),
        isLimit: true,
        ...(pace !== undefined &&
          now.availableMinor > 0 && {
            pace: pace.evenMinor / now.availableMinor,
          }),
      })),
    },
    table: {
      currency: ask.lookups.ledger?.currency ?? 'EUR',
      columns: [
        { name: t('reports.budget'), kind: 'text' },
        { name: t('printed.period'), kind: 'text' },
        { name: t('printed.spent'), kind: 'money' },
        { name: t('reports.budgeted'), kind: 'money' },
        { name: t('printed.left'), kind: 'change' },
      ],
      rows: budgets.map(({ doc, now }) => ({
        currency: doc.currency,
        cells: [
          nameOf(doc),
          periodWords(now.period, words),
          now.spentMinor,
          now.availableMinor,
          now.leftMinor,
        ],
      })),
    },
  }
}

/** More drawings than that fill a page. */
const mostCharts = 12

function budgetsKept(
  { ask }: PdfPlan,
  { keeping }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const content = budgetsContent(keeping, ask, words)
  if (content.isEmpty) return undefined
  const section = sectionOf(words.t('reports.question_budgets'), content, words)
  return {
    ...section,
    table: section.table && {
      ...section.table,
      rows: section.table.rows.filter(({ level = 0 }) => level === 0),
    },
    ...overChart(keeping, ask, words),
  }
}

/** What each was over by, where all are by the same steps and in one currency. */
function overChart(
  { budgets }: PdfAnswers['keeping'],
  { lookups }: PdfPlan['ask'],
  words: ReportWords,
): { readonly chart?: MultiplesChart } {
  const over = budgets.filter(({ keeping }) => keeping.over > 0)
  const [first] = over
  const steps = first?.periods.map(({ period }) => period.from).join(' ')
  const isSame = over.every(
    ({ doc, periods }) =>
      doc.currency === first?.doc.currency &&
      periods.map(({ period }) => period.from).join(' ') === steps,
  )
  if (first === undefined || !isSame || first.periods.length < 2) return {}
  return {
    chart: {
      kind: 'multiples',
      tone: 'expense',
      labels: first.periods.map(({ period }) =>
        shortPeriodWords(period, words),
      ),
      charts: over.slice(0, mostCharts).map(({ doc, periods, keeping }) => ({
        name: budgetName(doc, lookups, words.t),
        minors: periods.map(({ overMinor }) => overMinor),
        note: words.t('reports.overOf', {
          over: keeping.over,
          count: keeping.periods,
        }),
      })),
    },
  }
}

function goals(
  { goals: { goals: all } }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, locale } = words
  const open = all.filter(({ doc }) => doc.archived !== true)
  const [first] = open
  if (first === undefined) return undefined
  const savedOf = ({ doc, progress }: (typeof open)[number]) =>
    t('budgets.spentOf', {
      spent: money(progress.savedMinor, doc.currency),
      available: money(doc.targetMinor, doc.currency),
    })
  return {
    question: t('printed.ask_goals'),
    answer: new Intl.ListFormat(locale, { type: 'unit' }).format(
      open.map(
        goal =>
          `${goal.doc.name}: ${savedOf(goal)} (${t(`budgets.goal_${goal.progress.state}`)})`,
      ),
    ),
    notes: [],
    chart: {
      kind: 'meters',
      meters: open.map(goal => ({
        name: goal.doc.name,
        minor: goal.progress.savedMinor,
        ofMinor: goal.doc.targetMinor,
        note: savedOf(goal),
        isLimit: false,
      })),
    },
    table: {
      currency: first.doc.currency,
      columns: [
        { name: t('budgets.goal'), kind: 'text' },
        { name: t('budgets.by'), kind: 'date' },
        { name: t('printed.saved_minor'), kind: 'money' },
        { name: t('budgets.target'), kind: 'money' },
        { name: t('printed.neededMonthly'), kind: 'money' },
        { name: t('printed.reachedOn'), kind: 'date' },
      ],
      rows: open.map(({ doc, progress }) => ({
        currency: doc.currency,
        cells: [
          doc.name,
          doc.date,
          progress.savedMinor,
          doc.targetMinor,
          progress.state === 'reached' ? undefined : progress.neededMinor,
          progress.state === 'reached' ? undefined : progress.projected?.date,
        ],
      })),
    },
  }
}

function recurring(
  { ask }: PdfPlan,
  { recurring: { rules } }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, locale } = words
  const active = rules.filter(({ state }) => state === 'active')
  if (active.length === 0) return undefined
  const currency = ask.lookups.ledger?.currency ?? 'EUR'
  const sumOf = (type: 'expense' | 'income') =>
    money(monthlyMinor(active, type), currency)
  return {
    question: t('printed.ask_recurring'),
    answer: `${t('recurring.monthly')}: ${t('recurring.out')} ${sumOf('expense')}, ${t('recurring.in')} ${sumOf('income')}`,
    notes: [],
    table: {
      currency,
      columns: recurringColumns(words),
      rows: active.map(({ doc, draft, next, baseMinor, timesAYear }) => ({
        cells: [
          doc.name,
          rhythmWords(doc.rrule, doc.start, t, locale),
          next,
          baseMinor === undefined || draft === undefined
            ? undefined
            : signed(draft.type, baseMinor),
          baseMinor === undefined || draft === undefined
            ? undefined
            : signed(draft.type, baseMinor * timesAYear),
        ],
      })),
    },
  }
}

/** What no rule knows yet. */
function found(
  { ask }: PdfPlan,
  { found: { found: all } }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, locale } = words
  if (all.length === 0) return undefined
  return {
    question: t('recurring.found'),
    answer: t('printed.foundWords', { count: all.length }),
    notes: [],
    table: {
      currency: ask.lookups.ledger?.currency ?? 'EUR',
      columns: recurringColumns(words),
      rows: all.map(({ draft, rrule, next, yearlyMinor }) => ({
        currency: draft.currency,
        cells: [
          draft.description,
          rhythmWords(rrule, next, t, locale),
          next,
          signed(draft.type, draft.minor),
          signed(draft.type, yearlyMinor),
        ],
      })),
    },
  }
}

function recurringColumns({ t }: ReportWords): PdfTable['columns'] {
  return [
    { name: t('common.description'), kind: 'text' },
    { name: t('recurring.how'), kind: 'text' },
    { name: t('recurring.nextOn'), kind: 'date' },
    { name: t('printed.eachTime'), kind: 'money' },
    { name: t('printed.inAYear'), kind: 'money' },
  ]
}

/** As it is to the household: what goes out is less than 0. */
function signed(type: TransactionType, minor: number): number {
  // Never -0, which would be written as such.
  return type === 'expense' ? -minor + 0 : minor
}
