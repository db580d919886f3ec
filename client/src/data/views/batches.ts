/** Files of banks, and of the earlier system, that were brought in. */
export type BatchesQuery = { readonly view: 'batches' }

export type BatchesAnswer = {
  /** The last first. */
  readonly batches: readonly BroughtInBatch[]
}

export type BroughtInBatch = {
  readonly id: string
  /** `csv`, `ofx` …, or `earlier-system`. */
  readonly format: string
  readonly fileName: string | undefined
  /** Records of the file, those that were there before too. */
  readonly rows: number | undefined
  /** Transactions of it that are in the ledger now. */
  readonly standing: number
  /** Not known of what was cut short. */
  readonly at: number | undefined
  /** Member. */
  readonly by: string | undefined
}
