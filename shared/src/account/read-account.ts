import { isLocalDate } from '../calendar/local-date.ts'
import { parseAmount, type AmountIssue } from '../money/parse-amount.ts'
import { failure, success, type Result } from '../result.ts'
import { accountTypes, type Account } from './account.ts'

/** What was typed of an account. */
export type AccountDraft = {
  readonly name: string
  readonly type: string
  readonly currency: string
  /** Empty where everything in it is written down as transactions. */
  readonly opening: string
  readonly openingDate: string
}

export type AccountIssue = {
  readonly field: keyof AccountDraft
  readonly code: AmountIssue['code'] | 'no-name' | 'no-date'
}

export type AccountFields = Pick<
  Account,
  'name' | 'type' | 'currency' | 'openingMinor' | 'openingDate'
>

/** The only place where it becomes one; says all that is wrong at once. */
export function readAccount(
  draft: AccountDraft,
  locale: string,
): Result<AccountFields, AccountIssue[]> {
  const issues: AccountIssue[] = []
  const name = draft.name.trim().slice(0, 120)
  if (name === '') issues.push({ field: 'name', code: 'no-name' })
  const { currency, openingDate } = draft
  const type = accountTypes.find(each => each === draft.type) ?? 'other'
  const fields = { name, type, currency }
  if (draft.opening.trim() === '') {
    return issues.length > 0
      ? failure(issues)
      : success({ ...fields, openingMinor: undefined, openingDate: undefined })
  }
  const opening = parseAmount(draft.opening, { currency, locale })
  if (!opening.ok) {
    issues.push({ field: 'opening', code: opening.failure.code })
  }
  if (!isLocalDate(openingDate)) {
    issues.push({ field: 'openingDate', code: 'no-date' })
  }
  return opening.ok && issues.length === 0
    ? success({ ...fields, openingMinor: opening.value, openingDate })
    : failure(issues)
}
