import { deletedGroup } from '@ourmoney/shared/sync/field-groups.ts'
import { editDoc, removeDoc, settleDoc } from '@ourmoney/shared/sync/edit.ts'
import { groupValue } from '@ourmoney/shared/sync/groups.ts'
import { canonicalText } from '@ourmoney/shared/sync/encode.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Conflict } from '@ourmoney/shared/sync/log-schema.ts'
import type { ConflictAnswer } from '../changes.ts'
import { asLocked, mayRemove } from './locked.ts'
import type { ActDeps, BackStep, Step } from './steps.ts'

type Settle = Step & { readonly step: 'settle' }
type Asked = ConflictAnswer & { readonly of: Conflict }

/**
 * The doc with conflicts settled, and what takes the new values back. Keeping
 * what stands leaves nothing to take back. `undefined` where somebody settled
 * them meanwhile, or it is locked and to be left out.
 */
export function settle(
  doc: Doc,
  { id, answers, locked }: Settle,
  { newStamp }: ActDeps,
): { readonly doc: Doc; readonly back: BackStep | undefined } | undefined {
  const asked = answers.flatMap(answer => {
    const of = doc.conflicts?.find(each => each.id === answer.conflict)
    return of === undefined ? [] : [{ ...answer, of }]
  })
  if (asked.length === 0) return undefined
  const stamp = newStamp()
  const sets = asked.map(each => ({
    conflict: each.conflict,
    set: setOf(doc, each),
  }))
  const settled = settleDoc(doc, sets, stamp)
  const isGone = asked.some(
    ({ of, take }) => of.group === deletedGroup && take === 'other',
  )
  if (isGone) {
    if (!mayRemove(doc, locked)) return undefined
    return {
      doc: removeDoc(settled, newStamp()),
      back: { step: 'restore', id },
    }
  }
  if (sets.every(({ set }) => set === undefined)) {
    return { doc: settled, back: undefined }
  }
  const allowed = asLocked(doc, {}, locked)
  if (allowed === undefined) return undefined
  return {
    // Whoever was asked may have said that it is to be unlocked, too.
    doc: editDoc(settled, allowed, newStamp()),
    back: { step: 'take-back', id, entry: stamp.id },
  }
}

/** The whole value of the group; nothing where what stands is kept, or is the same. */
function setOf(doc: Doc, { of, take }: Asked) {
  if (take === 'standing' || of.group === deletedGroup) return undefined
  const value = take === 'other' ? of.value : take.set
  const isSame =
    canonicalText(value) === canonicalText(groupValue(doc, of.group))
  return isSame ? undefined : value
}
