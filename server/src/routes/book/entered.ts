import type { Book } from '../../book/book.ts'
import type { DocOf, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import { sumIssues } from '@ourmoney/shared/sync/part-sums.ts'

/** What a form of the app would not let somebody enter, `field: why`. */
export function issuesOf(doc: TransactionDoc, book: Book): readonly string[] {
  const issues: string[] = []
  const isTransfer = doc.type === 'transfer'
  if (doc.description === '' && !isTransfer) issues.push('description: empty')
  if (doc.minor === 0) issues.push('minor: zero')
  if (isTransfer && doc.minor < 0) issues.push('minor: negative')
  if (isTransfer && doc.category) issues.push('category: of a transfer')
  if (isTransfer && doc.splits) issues.push('splits: of a transfer')
  if (isTransfer && !doc.account) issues.push('account: missing')
  if (isTransfer && !doc.toAccount) issues.push('toAccount: missing')
  if (isTransfer && doc.account === doc.toAccount) {
    issues.push('toAccount: the same account')
  }
  if (!isTransfer && doc.toAccount) issues.push('toAccount: not of a transfer')
  if (!isTransfer && doc.toMinor !== undefined) {
    issues.push('toMinor: not of a transfer')
  }
  issues.push(...sumIssues(doc), ...referenceIssues(doc, book))
  return issues
}

/** Whether what it names is there, and of that kind. */
function referenceIssues(doc: TransactionDoc, book: Book): readonly string[] {
  const named = [
    ['account', 'account', doc.account],
    ['toAccount', 'account', doc.toAccount],
    ['category', 'category', doc.category],
    ['payee', 'payee', doc.payee],
    ['member', 'member', doc.member],
    ...(doc.splits ?? []).flatMap(
      (part, at) =>
        [
          [`splits.${at}.category`, 'category', part.category],
          [`splits.${at}.member`, 'member', part.member],
        ] as const,
    ),
    ...(doc.shares ?? []).map(
      (share, at) => [`shares.${at}.member`, 'member', share.member] as const,
    ),
  ] as const
  const unknown = named.flatMap(([field, kind, id]) =>
    id === undefined || (kindOfId(id) === kind && book.doc(id) !== undefined)
      ? []
      : `${field}: not in this ledger`,
  )
  return [...unknown, ...currencyIssues(doc, book)]
}

function currencyIssues(doc: TransactionDoc, book: Book): readonly string[] {
  const currencyOf = (id: string | undefined) =>
    (id === undefined ? undefined : (book.doc(id) as DocOf<'account'>))
      ?.currency
  const from = currencyOf(doc.account)
  const into = currencyOf(doc.toAccount)
  const issues: string[] = []
  if (from !== undefined && from !== doc.currency) {
    issues.push('currency: not the account’s')
  }
  const isAbroad = into !== undefined && into !== doc.currency
  if (doc.type === 'transfer' && isAbroad && doc.toMinor === undefined) {
    issues.push('toMinor: missing')
  }
  return issues
}
