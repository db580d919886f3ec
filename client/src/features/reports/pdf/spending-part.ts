import { savedShare, shareOf } from '@ourmoney/shared/report/compare.ts'
import type { PdfSection } from '../../../pdf/content.ts'
import { dayAndMonth, longDate } from '../../../ui/dates.ts'
import { branchName } from '../branch-words.ts'
import { branchesOf } from '../branches.ts'
import { monthsContent } from '../months-content.ts'
import { beforeName } from '../period-name.ts'
import { spendingContent } from '../spending-content.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { leftOut, sectionOf } from './from-content.ts'
import { groupedBars, groupedTable } from './grouped.ts'
import {
  extremes,
  meanOver,
  stepLabels,
  stepNames,
  stepPhrase,
  total,
} from './over-time.ts'
import { patternSection } from './pattern-section.ts'
import type { PdfPlan } from './plan.ts'

/** More bars than that nobody compares. */
const mostBars = 14
const mostMultiples = 12
/** The table has more of them. */
const mostLargest = 10

/** Where money goes: every question about spending that has an answer. */
export function spendingPart(
  plan: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
): readonly PdfSection[] {
  return [
    byCategory(plan, answers, words),
    overTime(plan, answers, words),
    eachOverTime(plan, answers, words),
    largest(answers, words),
    byPayee(plan, answers, words),
    patternSection(plan, answers, words),
    byMember(plan, answers, words),
  ].filter(section => section !== undefined)
}

function byCategory(
  plan: PdfPlan,
  { spending }: PdfAnswers,
  words: ReportWords,
): PdfSection {
  const { ask, before } = plan
  const content = spendingContent(spending, ask, words)
  const branches = branchesOf(
    spending,
    'expense',
    ask.lookups.categories,
    false,
  )
  const spent = spending.spans[0]?.expenseMinor ?? 0
  const bars = branches.map(branch => {
    const [minor = 0, beforeMinor] = branch.minors
    const share = shareOf(minor, spent)
    return {
      name: branchName(branch, words),
      minor,
      beforeMinor,
      note: share === undefined ? undefined : words.percent(share),
    }
  })
  return {
    ...sectionOf(words.t('printed.ask_spending'), content, words),
    chart: {
      kind: 'bars',
      tone: 'expense',
      bars: bars.filter(({ minor }) => minor !== 0).slice(0, mostBars),
      beforeName: before && beforeName(before, words),
    },
  }
}

function overTime(
  plan: PdfPlan,
  { totals }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money } = words
  const { currency, spans } = totals
  const spent = spans.map(({ expenseMinor }) => expenseMinor)
  const found = extremes(plan, spent)
  if (found === undefined || spent.every(minor => minor === 0)) return undefined
  const names = stepNames(plan, words)
  const mean = meanOver(plan, spent)
  const income = spans.map(({ incomeMinor }) => incomeMinor)
  const row = (name: string, earned: number, gone: number, count: number) => ({
    cells: [name, count, earned, gone, earned - gone, savedShare(earned, gone)],
  })
  return {
    question: t('printed.ask_months'),
    answer: t('printed.months', {
      mean: money(mean, currency),
      per: t(`printed.per_${plan.ask.step}`),
      most: stepPhrase(plan, found.most, words),
      mostAmount: money(spent[found.most] ?? 0, currency),
      least: stepPhrase(plan, found.least, words),
      leastAmount: money(spent[found.least] ?? 0, currency),
    }),
    notes: [],
    chart: {
      kind: 'columns',
      labels: stepLabels(plan, words),
      isStacked: false,
      series: [{ name: t('printed.spent'), tone: 'expense', minors: spent }],
      mean: { name: t('printed.mean'), minor: mean },
    },
    table: {
      currency,
      columns: [
        { name: t('printed.step'), kind: 'text' },
        { name: t('printed.entries'), kind: 'count' },
        { name: t('printed.income'), kind: 'money' },
        { name: t('printed.spent'), kind: 'money' },
        { name: t('printed.left'), kind: 'change' },
        { name: t('printed.saved_share'), kind: 'share' },
      ],
      rows: spans.map((span, at) =>
        row(names[at] ?? '', span.incomeMinor, span.expenseMinor, span.count),
      ),
      sum: row(
        t('reports.all'),
        total(income),
        total(spent),
        total(spans.map(({ count }) => count)),
      ),
    },
  }
}

function eachOverTime(
  plan: PdfPlan,
  { steps }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { ask } = plan
  if (plan.steps.length < 2) return undefined
  const content = monthsContent(steps, plan.steps, ask, words)
  if (content.isEmpty) return undefined
  const branches = branchesOf(steps, 'expense', ask.lookups.categories, false)
    .map(branch => ({ branch, sum: total(branch.minors) }))
    .toSorted((a, b) => b.sum - a.sum)
  const section = sectionOf(words.t('printed.ask_categories'), content, words)
  return {
    ...section,
    chart: {
      kind: 'multiples',
      labels: stepLabels(plan, words),
      tone: 'expense',
      charts: branches.slice(0, mostMultiples).map(({ branch, sum }) => ({
        name: branchName(branch, words),
        minors: branch.minors,
        note: words.money(sum, steps.currency),
      })),
    },
    // On paper the branches alone: what is below them is in the question before.
    table: section.table && {
      ...section.table,
      rows: section.table.rows.filter(({ level = 0 }) => level === 0),
    },
  }
}

function largest(
  { largest: answer }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, percent, locale } = words
  const { currency, rows, totalMinor } = answer
  const [first] = rows
  if (first === undefined) return undefined
  const sum = total(rows.map(({ minor }) => minor))
  return {
    question: t('printed.ask_largest'),
    answer: t('printed.largest', {
      name: first.row.description || t('printed.noName'),
      day: longDate(first.row.date, locale),
      amount: money(first.minor, currency),
      count: rows.length,
      share: percent(shareOf(sum, totalMinor) ?? 0),
    }),
    notes: leftOut(answer.missing, words),
    chart: {
      kind: 'bars',
      tone: 'expense',
      bars: rows.slice(0, mostLargest).map(({ row, minor }) => ({
        name: row.description || t('printed.noName'),
        minor,
        note: dayAndMonth(row.date, locale),
      })),
    },
    table: {
      currency,
      columns: [
        { name: t('common.date'), kind: 'date' },
        { name: t('common.description'), kind: 'text' },
        { name: t('reports.share'), kind: 'share' },
        { name: t('common.amount'), kind: 'money' },
      ],
      rows: rows.map(({ row, minor }) => ({
        cells: [
          row.date,
          row.description || t('printed.noName'),
          shareOf(minor, totalMinor),
          minor,
        ],
      })),
    },
  }
}

function byPayee(
  plan: PdfPlan,
  { payees }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, percent } = words
  const spent = payees.spans[0]?.expenseMinor ?? 0
  const table = groupedTable(payees, 'expense', t('printed.payee'), plan, words)
  const bars = groupedBars(payees, 'expense', plan, words)
  const [first] = bars
  if (first === undefined) return undefined
  return {
    question: t('printed.ask_payees'),
    answer: t('printed.payees', {
      name: first.name,
      amount: money(first.minor, payees.currency),
      share: percent(shareOf(first.minor, spent) ?? 0),
    }),
    notes: [],
    chart: {
      kind: 'bars',
      tone: 'expense',
      bars,
      beforeName: plan.before && beforeName(plan.before, words),
    },
    table,
  }
}

/** Of one alone there is nothing to tell. */
function byMember(
  plan: PdfPlan,
  { members }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, money, percent } = words
  const bars = groupedBars(members, 'expense', plan, words)
  const [first] = bars
  if (first === undefined || bars.length < 2) return undefined
  const spent = members.spans[0]?.expenseMinor ?? 0
  return {
    question: t('printed.ask_members'),
    answer: t('printed.members', {
      name: first.name,
      amount: money(first.minor, members.currency),
      share: percent(shareOf(first.minor, spent) ?? 0),
    }),
    notes: [],
    chart: { kind: 'bars', tone: 'expense', bars },
    table: groupedTable(members, 'expense', t('common.member'), plan, words),
  }
}
