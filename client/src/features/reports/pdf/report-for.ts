import type { PdfPart, PdfReport } from '../../../pdf/content.ts'
import { periodName } from '../period-name.ts'
import type { ReportWords } from '../words-for.ts'
import { accountsPart } from './accounts-part.ts'
import type { PdfAnswers } from './answers.ts'
import { coverOf } from './cover-of.ts'
import { incomePart } from './income-part.ts'
import type { PdfPlan } from './plan.ts'
import { plansPart } from './plans-part.ts'
import { spendingPart } from './spending-part.ts'

const partsOf = {
  spending: spendingPart,
  income: incomePart,
  accounts: accountsPart,
  plans: plansPart,
}

/** What the ledger answered, as it is printed; the transactions come after it. */
export function reportFor(
  plan: PdfPlan,
  answers: PdfAnswers,
  words: ReportWords,
  language: PdfReport['language'],
  madeAt: number,
): PdfReport {
  const { t, locale } = words
  const { wish, ask } = plan
  const ids = ['spending', 'income', 'accounts', 'plans'] as const
  const parts = ids
    .filter(id => wish.parts.has(id))
    .map((id): PdfPart => ({
      title: t(`printed.part_${id}`),
      sections: partsOf[id](plan, answers, words),
    }))
  return {
    title: t('printed.fileTitle', {
      ledger: ask.lookups.ledger?.name ?? 'OurMoney',
      period: periodName(wish.period, words),
    }),
    language,
    locale,
    currency: answers.whole.currency,
    paper: wish.paper,
    madeAt,
    words: {
      cover: t('printed.cover'),
      contents: t('printed.contents'),
      pageOf: t('printed.pageOf'),
      continued: t('printed.continued'),
      marked: t('printed.marked'),
    },
    cover: coverOf(plan, answers, words),
    parts: parts.filter(({ sections }) => sections.length > 0),
    ...(wish.parts.has('transactions') &&
      (answers.whole.spans[0]?.count ?? 0) > 0 && {
        appendix: {
          title: t('printed.part_transactions'),
          note: t('printed.appendixWords'),
          columns: {
            date: t('common.date'),
            description: t('common.description'),
            category: t('common.category'),
            account: t('common.account'),
            amount: t('common.amount'),
          },
        },
      }),
  }
}
