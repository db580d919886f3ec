import { assert } from '@ourmoney/shared/assert.ts'
import { checkDoc } from '@ourmoney/shared/sync/check-doc.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import { encodeDoc } from '@ourmoney/shared/sync/encode.ts'
import type { Doc, TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { doSteps } from '../acts.ts'
import type { ActDeps, Step } from '../steps.ts'
import { ownIdOf } from './give-ids.ts'
import { isLinked, isSideOfRow, linkRows, type Linking } from './link-rows.ts'
import type { Reviewed } from './reviewed.ts'
import { docOf, setOf, type Making } from './row-doc.ts'
import { encoded, writeMissing } from './write-missing.ts'

/** How often a row is looked at anew that somebody else wrote meanwhile. */
const mostTries = 5

export type Writing = Linking & {
  readonly making: Making
  /** Of a row that is to be another movement than the one it looks like. */
  readonly newIdOf: (row: Reviewed) => string
}

/** Writes rows that are taken; what others wrote or deleted meanwhile stays as it is. */
export async function writeRows(
  rows: readonly Reviewed[],
  writing: Writing,
): Promise<void> {
  const linked = await linkRows(rows.filter(isLinked), writing)
  const open = rows.filter(row => !linked.has(row))
  // Sides of transfers of this file wait for them.
  const sides = open.filter(isSideOfRow)
  await writeDocs(
    open.filter(row => !isSideOfRow(row)),
    writing,
  )
  const ended = await linkRows(sides, writing)
  await writeDocs(
    sides.filter(row => !ended.has(row)),
    writing,
  )
}

async function writeDocs(
  rows: readonly Reviewed[],
  writing: Writing,
): Promise<void> {
  const { making, deps, newIdOf } = writing
  if (rows.length === 0) return
  const made: Made[] = []
  for (const row of rows) {
    // Written before something else failed, it only waits for its other side.
    if (row.outcome === 'added') continue
    if (isAnother(row)) row.id = newIdOf(row)
    made.push([row, docOf(row, making)])
  }
  await writeMissing([...making.others.values()], deps)
  making.others.clear()

  let open: readonly Made[] = made
  for (let tries = 0; open.length > 0; tries++) {
    assert(tries < mostTries, 'Rows kept changing while they were written')
    open = await writeOnce(open, writing)
  }
}

type Made = readonly [row: Reviewed, doc: TransactionDoc]

/** Answers with those that somebody else wrote at the same moment. */
async function writeOnce(
  made: readonly Made[],
  { making, deps, tell }: Writing,
): Promise<readonly Made[]> {
  const stored = await deps.store.read(made.map(([row]) => row.id))
  const steps: Step[] = []
  const back: Reviewed[] = []
  const fresh: { readonly made: Made; readonly doc: Doc }[] = []
  made.forEach(([row, doc], at) => {
    const before = stored[at]
    const isDeleted = before?.['_deleted'] === true
    if (before !== undefined && !isDeleted) {
      tell(row, row.wasTried === true ? 'added' : 'known')
    } else if (isDeleted && row.state !== 'deleted-before') {
      tell(row, 'deleted')
    } else if (before !== undefined && decodeDoc(before).state !== 'gone') {
      steps.push(backStep(row, doc, making))
      back.push(row)
    } else {
      const next = encodeDoc({ ...doc, ...revOf(before) })
      const result = checkDoc(next)
      if (result.ok) fresh.push({ made: [row, doc], doc: next })
      else {
        row.issue = issueOf(row, result.failure)
        tell(row, 'refused')
      }
    }
  })
  const stale = await writeFresh(
    fresh.map(({ doc }) => doc),
    fresh.map(({ made: [row] }) => row),
    deps,
  )
  const isStale = ({ made: [row] }: (typeof fresh)[number]) => stale.has(row.id)
  for (const each of fresh) if (!isStale(each)) tell(each.made[0], 'added')
  if (steps.length > 0) await doSteps(steps, deps)
  for (const row of back) tell(row, 'added')
  return fresh.filter(isStale).map(each => each.made)
}

function backStep(
  row: Reviewed,
  { source }: TransactionDoc,
  making: Making,
): Step {
  // A row of our own table may be a part of it alone: it is whole as it was.
  const isOwn = ownIdOf(row) === row.id && row.first === row.fields
  if (isOwn) return { step: 'restore', id: row.id }
  const set = { ...setOf(row, making), source }
  return { step: 'bring-back', id: row.id, set }
}

async function writeFresh(
  docs: readonly Doc[],
  rows: readonly Reviewed[],
  { store }: ActDeps,
): Promise<ReadonlySet<string>> {
  if (docs.length === 0) return new Set()
  const checked = new Map(docs.map(doc => [doc._id, doc]))
  try {
    return new Set(await store.write(docs.map(encoded), checked))
  } catch (error) {
    // Some of them may be stored: what is found of them is this file's.
    for (const row of rows) row.wasTried = true
    throw error
  }
}

function revOf(stored: StoredDoc | undefined): { _rev?: string } {
  const rev = stored?.['_rev']
  return typeof rev === 'string' ? { _rev: rev } : {}
}

/** It is brought in although it looks like one that is there. */
function isAnother({ state, toAccount, other, match }: Reviewed): boolean {
  const isTwin =
    toAccount !== undefined && other?.row !== undefined && match === undefined
  return state === 'known' || (state === 'transfer' && isTwin)
}

function issueOf({ row, raw }: Reviewed, issues: readonly string[]) {
  const found = issues.join(', ').slice(0, 80)
  return { row, code: 'not-a-record', found, raw } as const
}
