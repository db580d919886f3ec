import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { today } from '../../ui/dates.ts'
import { splitTextOf, writeSplitText } from './split-draft.ts'

/** What the form has in its fields: texts and ids, all of them strings. */
export type Draft = {
  readonly type: string
  readonly amount: string
  readonly description: string
  readonly date: string
  readonly category: string
  readonly account: string
  readonly toAccount: string
  readonly toAmount: string
  /** `noPayee` where the suggested one was taken away. */
  readonly payee: string
  readonly member: string
  readonly tags: string
  readonly notes: string
  /** Parts, and for whom it was: see split-draft.ts. */
  readonly split: string
}

export const noPayee = 'none'

export function emptyDraft(type: string): Draft {
  return {
    type: transactionTypes.find(each => each === type) ?? 'expense',
    amount: '',
    description: '',
    date: today(),
    category: '',
    account: '',
    toAccount: '',
    toAmount: '',
    payee: '',
    member: '',
    tags: '',
    notes: '',
    split: '',
  }
}

export function draftOf(
  doc: TransactionDoc,
  locale: string,
  /** Of the account that a transfer enters. */
  toCurrency: string,
): Draft {
  return {
    type: doc.type,
    amount: formatMoney(doc.minor, doc.currency, locale, { bare: true }),
    description: doc.description,
    date: doc.date,
    category: doc.category ?? '',
    account: doc.account ?? '',
    toAccount: doc.toAccount ?? '',
    toAmount:
      doc.toMinor === undefined
        ? ''
        : formatMoney(doc.toMinor, toCurrency, locale, { bare: true }),
    payee: doc.payee ?? '',
    member: doc.member ?? '',
    tags: (doc.tags ?? []).join(' '),
    notes: doc.notes ?? '',
    split: writeSplitText(splitTextOf(doc, locale)),
  }
}
