import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { joinPair, separate } from '@ourmoney/shared/transaction/join-pair.ts'
import type { Change, NewDoc } from '../changes.ts'
import { LedgerError } from '../ledger-error.ts'
import { createStep, knownDoc, type ActDeps, type Step } from './steps.ts'

/** The oldest are forgotten: a doc has room for so many. */
const mostApart = 50

/** Two transactions as one transfer. */
export async function joinSteps(
  { ids, locked }: Extract<Change, { readonly change: 'join' }>,
  deps: ActDeps,
): Promise<readonly Step[]> {
  const [one, other] = await deps.store.read(ids)
  const joined = joinPair(
    sideOf(living(one, ids[0])),
    sideOf(living(other, ids[1])),
  )
  if (!joined.ok) throw new LedgerError('invalid', joined.failure)
  const { keep, set, remove } = joined.value
  return [
    { step: 'edit', id: keep, set, tied: keep, locked },
    { step: 'remove', id: remove, tied: keep, locked },
  ]
}

/** A transfer as the two that it moves between accounts; the one that went comes back, if it is still there. */
export async function separateSteps(
  { id, locked }: Extract<Change, { readonly change: 'separate' }>,
  deps: ActDeps,
): Promise<readonly Step[]> {
  const [stored] = await deps.store.read([id])
  const transfer = living(stored, id)
  if (transfer.type !== 'transfer') throw new LedgerError('invalid', id)
  const { joined, toAccount = '', currency, member } = transfer
  const other = await otherOf(joined, deps)
  const toCurrency = deps.accountCurrency(toAccount) ?? currency
  const { out, into } = separate(transfer, other, toCurrency)
  const turn: Step = { step: 'edit', id, set: out, tied: id, locked }
  if (other === undefined) {
    const doc = { kind: 'transaction', member, ...into } as NewDoc
    return [turn, { ...createStep(doc, deps), tied: id }]
  }
  return [turn, { step: 'bring-back', id: other._id, set: into, tied: id }]
}

export function keepApartStep([id, other]: readonly [string, string]): Step {
  return {
    step: 'rewrite',
    id,
    locked: 'keep',
    rewrite: doc => {
      if (doc.kind !== 'transaction') return undefined
      const known = (doc.apart ?? []).filter(each => each !== other)
      return { apart: [...known, other].slice(-mostApart) }
    },
  }
}

/** The one that went when a transfer was made, unless nothing is left of it. */
async function otherOf(
  joined: string | undefined,
  deps: ActDeps,
): Promise<TransactionDoc | undefined> {
  if (joined === undefined) return undefined
  const [stored] = await deps.store.read([joined])
  if (stored === undefined) return undefined
  const decoded = decodeDoc(stored)
  if (decoded.state !== 'known') return undefined
  return decoded.doc.kind === 'transaction' ? decoded.doc : undefined
}

function living(stored: StoredDoc | undefined, id: string): TransactionDoc {
  const doc = knownDoc(stored && decodeDoc(stored), id)
  if (doc.kind !== 'transaction' || doc._deleted === true) {
    throw new LedgerError('not-found', id)
  }
  return doc
}

function sideOf({ _id, ...fields }: TransactionDoc) {
  return { id: _id, ...fields }
}
