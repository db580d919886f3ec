import { LedgerError } from '../data/ledger-error.ts'
import { ApiError } from '../session/api.ts'
import { PasskeyError } from '../session/passkey-error.ts'
import { useWords } from './words.ts'

/** What a person reads of an error that was thrown. */
export function useProblem(): (error: unknown) => string {
  const { t } = useWords()
  return error => {
    if (error instanceof LedgerError) return t(`problems.ledger_${error.code}`)
    if (error instanceof ApiError) return t(`problems.server_${error.code}`)
    if (error instanceof PasskeyError) {
      return t(`problems.passkey_${error.code}`)
    }
    return t('common.crashWords')
  }
}
