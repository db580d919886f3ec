import type { Change } from '../../changes.ts'
import { LedgerError } from '../../ledger-error.ts'
import { doSteps, stepsOf } from '../acts.ts'
import type { ActDeps } from '../steps.ts'
import type { Reviewed } from './reviewed.ts'

type Join = Extract<Change, { readonly change: 'join' }>

/** Two sides of a transfer, of which one may be in the ledger. */
type Pair = {
  readonly rows: readonly [Reviewed, ...Reviewed[]]
  /** The side in the ledger. */
  readonly id?: string | undefined
}

/** Pairs of which a side is brought in, each once and as soon as all of it is there. */
export function openJoins(taken: readonly Reviewed[]) {
  const joined = taken.filter(
    ({ match, isMatched }) => match === 'join' && isMatched,
  )
  const byRow = new Map(
    joined.length === 0 ? [] : taken.map(row => [row.row, row]),
  )
  const pairs = new Map<Reviewed, Pair>()
  for (const row of joined) {
    const { other } = row
    if (pairs.has(row)) continue
    if (other?.id !== undefined) pairs.set(row, { rows: [row], id: other.id })
    const side = byRow.get(other?.row ?? 0)
    if (side === undefined) continue
    const pair: Pair = { rows: [row, side] }
    for (const each of pair.rows) pairs.set(each, pair)
  }
  const isThere = ({ outcome }: Reviewed) => outcome === 'added'
  return {
    isOpen: (row: Reviewed) => pairs.has(row),
    ready: (rows: readonly Reviewed[]): readonly Pair[] => {
      const found = new Set(rows.flatMap(row => pairs.get(row) ?? []))
      return [...found].filter(pair => pair.rows.every(isThere))
    },
    close: ({ rows }: Pair) => {
      for (const row of rows) pairs.delete(row)
    },
  }
}

/** Makes transfers of pairs. */
export async function joinSides(
  pairs: readonly Pair[],
  deps: ActDeps,
): Promise<void> {
  const steps = []
  for (const { rows, id } of pairs) {
    const [row, side] = rows
    const ids: Join['ids'] = [id ?? side?.id ?? '', row.id]
    try {
      const join: Join = { change: 'join', locked: 'keep', ids }
      steps.push(...(await stepsOf([join], deps)))
    } catch (error) {
      // What a person changed since does not fit any more, or is gone: the two stay as they are.
      if (!(error instanceof LedgerError) || !isOver(error)) throw error
    }
  }
  if (steps.length > 0) await doSteps(steps, deps)
}

function isOver({ code }: LedgerError): boolean {
  return code === 'invalid' || code === 'not-found'
}
