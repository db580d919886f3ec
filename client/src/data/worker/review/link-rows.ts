import { doSteps } from '../acts.ts'
import type { ActDeps, Step } from '../steps.ts'
import type { Outcome, Reviewed } from './reviewed.ts'

export type Linking = {
  readonly deps: ActDeps
  /** Of what a row is or becomes, by its number in the file. */
  readonly idOfRow: (row: number) => string | undefined
  /** Told of each row as soon as it is so: what fails later leaves it true. */
  readonly tell: (row: Reviewed, outcome: Outcome) => void
}

/** It is what is in the ledger. */
export function isLinked({ match, isMatched, other }: Reviewed): boolean {
  return match === 'link' && isMatched && other?.id !== undefined
}

/** It is the other side of a transfer that another row of the file is. */
export function isSideOfRow({ match, isMatched, other }: Reviewed): boolean {
  return match === 'link' && isMatched && other?.row !== undefined
}

/**
 * Marks what is there as the rows that it is. Where it is not, or not any more,
 * its row is a movement like any other.
 */
export async function linkRows(
  rows: readonly Reviewed[],
  { deps, idOfRow, tell }: Linking,
): Promise<ReadonlySet<Reviewed>> {
  const targets = rows.map(
    ({ other }) => other?.id ?? idOfRow(other?.row ?? 0) ?? '',
  )
  const stored = await deps.store.read(targets)
  const linked = new Map<Reviewed, Step>()
  rows.forEach((row, at) => {
    const target = stored[at]
    if (target === undefined || target['_deleted'] === true) {
      row.match = undefined
      row.other = undefined
      row.state = row.toAccount === undefined ? 'new' : 'transfer'
    } else linked.set(row, linkStep(target._id, row.id))
  })
  if (linked.size > 0) await doSteps([...linked.values()], deps)
  for (const row of linked.keys()) tell(row, 'matched')
  return new Set(linked.keys())
}

/** The transaction is that row: the next file that has it finds it. */
function linkStep(id: string, row: string): Step {
  return {
    step: 'rewrite',
    id,
    locked: 'keep',
    rewrite: doc =>
      doc.kind === 'transaction'
        ? { matched: [...new Set([...(doc.matched ?? []), row])].sort() }
        : undefined,
  }
}
