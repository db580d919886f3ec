import { savedShare, shareOf } from '@ourmoney/shared/report/compare.ts'
import type { PdfSection } from '../../../pdf/content.ts'
import { dayAndMonth } from '../../../ui/dates.ts'
import { insightSentence } from '../../../words/insight-words.ts'
import { branchName } from '../branch-words.ts'
import { branchesOf } from '../branches.ts'
import { largestContent } from '../largest-content.ts'
import { membersContent } from '../members-content.ts'
import { monthsContent } from '../months-content.ts'
import { payeesContent } from '../payees-content.ts'
import { beforeName } from '../period-name.ts'
import { spendingContent } from '../spending-content.ts'
import { unusualContent } from '../unusual-content.ts'
import type { ReportWords } from '../words-for.ts'
import type { PdfAnswers } from './answers.ts'
import { sectionOf } from './from-content.ts'
import { groupedBars } from './grouped.ts'
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
    largest(plan, answers, words),
    byPayee(plan, answers, words),
    patternSection(plan, answers, words),
    byMember(plan, answers, words),
    unusual(plan, answers, words),
    news(plan, answers, words),
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
  { ask }: PdfPlan,
  { largest: answer }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const { t, locale } = words
  const content = largestContent(answer, ask, words)
  if (content.isEmpty) return undefined
  return {
    ...sectionOf(t('printed.ask_largest'), content, words),
    chart: {
      kind: 'bars',
      tone: 'expense',
      bars: answer.rows.slice(0, mostLargest).map(({ row, minor }) => ({
        name: row.description || t('printed.noName'),
        minor,
        note: dayAndMonth(row.date, locale),
      })),
    },
  }
}

function byPayee(
  plan: PdfPlan,
  { payees }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const content = payeesContent(payees, plan.ask, words)
  if (content.isEmpty) return undefined
  return {
    ...sectionOf(words.t('printed.ask_payees'), content, words),
    chart: {
      kind: 'bars',
      tone: 'expense',
      bars: groupedBars(payees, 'expense', plan, words),
      beforeName: plan.before && beforeName(plan.before, words),
    },
  }
}

/** Of one alone there is nothing to tell. */
function byMember(
  { ask, before }: PdfPlan,
  { members }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  const [now, then] = members.spans
  if (now === undefined || now.shares.length < 2) return undefined
  const content = membersContent(members, ask, words)
  const paid = total(now.shares.map(({ paidMinor }) => paidMinor))
  const names = new Map(ask.lookups.members.map(({ _id, name }) => [_id, name]))
  return {
    ...sectionOf(words.t('reports.question_members'), content, words),
    chart: {
      kind: 'bars',
      tone: 'expense',
      bars: now.shares
        .toSorted((a, b) => b.paidMinor - a.paidMinor)
        .map(({ member, paidMinor }) => ({
          name: names.get(member) ?? words.t('common.unknown'),
          minor: paidMinor,
          beforeMinor: then?.shares.find(each => each.member === member)
            ?.paidMinor,
          note: words.percent(shareOf(paidMinor, paid) ?? 0),
        })),
      beforeName: before && beforeName(before, words),
    },
  }
}

function unusual(
  { ask }: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
): PdfSection {
  const content = unusualContent(answers.unusual, ask, words)
  return sectionOf(words.t('reports.question_unusual'), content, words)
}

/** What is out of the ordinary now; of a period that is over nothing is news. */
function news(
  { ask, days }: PdfPlan,
  { insights: { insights } }: PdfAnswers,
  words: ReportWords,
): PdfSection | undefined {
  if (ask.today < days.from || days.to < ask.today) return undefined
  const { lookups } = ask
  const [first, ...others] = insights.map(insight =>
    insightSentence(insight, { ...words, lookups }),
  )
  return first === undefined
    ? undefined
    : { question: words.t('insights.title'), answer: first, notes: others }
}
