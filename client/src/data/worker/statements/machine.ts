import type {
  ReadChoices,
  ReadContext,
  StatementAccount,
  StatementIssue,
  StatementRow,
} from '@ourmoney/shared/statement/statement.ts'

/** What comes out of a file, in its order. */
export type StatementEvent =
  | { readonly kind: 'row'; readonly row: StatementRow }
  | { readonly kind: 'issue'; readonly issue: StatementIssue }
  /** A movement that is not booked yet and was left out. */
  | { readonly kind: 'pending' }
  /** As much as is known of it by then; it may come again with more. */
  | { readonly kind: 'account'; readonly account: StatementAccount }
  /** A name of who made the file. */
  | { readonly kind: 'maker'; readonly name: string }

export type Emit = (event: StatementEvent) => void

/** Reads a file piece by piece; may throw StatementFileError. */
export type StatementMachine = {
  readonly take: (text: string) => void
  readonly end: () => void
}

/** Nothing is left to guess in the choices. */
export type MachineSetting = {
  readonly choices: ReadChoices
  readonly context: ReadContext
  readonly emit: Emit
}

export function issue(
  row: number,
  code: StatementIssue['code'],
  found: string,
  raw: string,
): StatementEvent {
  return {
    kind: 'issue',
    issue: {
      row,
      code,
      found: found.trim().slice(0, 80),
      raw: raw.trim().slice(0, 500),
    },
  }
}
