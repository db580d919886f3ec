import type { Rule } from '@ourmoney/shared/rule/rule.ts'

/** The ledger's rules. */
export type RulesQuery = { readonly view: 'rules' }

export type RulesAnswer = {
  /** In the order in which they are asked. */
  readonly rules: readonly Rule[]
  /** How many a newer version has made, which this one leaves alone. */
  readonly newer: number
}
