import type {
  ReadChoices,
  ReadContext,
} from '@ourmoney/shared/statement/statement.ts'

/** In which amounts of an account are, where the file does not say it: as a person chose, else as the account is. */
export function usualCurrency(
  choices: ReadChoices,
  context: ReadContext,
  account: string,
): string {
  const { currency, guessed = [] } = choices
  const chosen = guessed.includes('currency') ? undefined : currency
  return (
    chosen ?? context.currencies?.get(account) ?? currency ?? context.currency
  )
}
