import type { Version } from '../../data/views/past.ts'

/** Which currency amounts were in before an edit, and after it. */
export type Currencies = { readonly before: string; readonly now: string }

/** Followed back from what stands, edit by edit; in the order of the versions. */
export function currenciesOf(
  versions: readonly Version[],
  standing: string,
): readonly Currencies[] {
  let now = standing
  return versions.map(({ fields }) => {
    const changed = fields.find(({ field }) => field === 'currency')
    const before = typeof changed?.before === 'string' ? changed.before : now
    const currencies = { before, now }
    now = before
    return currencies
  })
}
