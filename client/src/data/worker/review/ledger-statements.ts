import type { LedgerStatements } from '../../statements.ts'
import type { Doing } from '../doing.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import type { ActDeps } from '../steps.ts'
import { bringIn } from './bring-in.ts'
import { createReviews } from './create-reviews.ts'
import { lookAt } from './look-at.ts'
import { undoBatch } from './undo-batch.ts'

type StatementsParts = {
  readonly parts: LedgerParts
  readonly deps: ActDeps
  readonly asOneAct: Doing['asOneAct']
}

/** Bank files in, over whatever keeps the ledger. */
export function ledgerStatements({
  parts,
  deps,
  asOneAct,
}: StatementsParts): LedgerStatements {
  const { model } = parts
  const { alone, ...reviews } = createReviews(parts)
  return {
    ...reviews,
    lookAtStatement: (file, name, choices, accounts, signal) =>
      lookAt({ file, name, choices, accounts, signal }, parts),
    bringIn: (review, onProgress, signal) =>
      alone(review, kept =>
        bringIn(kept, {
          deps,
          model,
          onProgress,
          isCancelled: () => signal.aborted,
        }),
      ),
    undoBatch: (batch, onProgress, signal) =>
      undoBatch(batch, {
        deps,
        model,
        asOneAct,
        onProgress,
        isCancelled: () => signal.aborted,
      }),
  }
}
