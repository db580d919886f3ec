/** Whether a cell of a table of ours says which transaction the row was. */
export function isOwnId(cell: string): boolean {
  return /^txn_[0-9a-z]{4,64}$/.test(cell)
}
