import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import type { RowChange } from '../../statements.ts'
import type { KeptValues } from '../kept-values.ts'

/** What a person said of rows, which are meant by their numbers. */
export type ReviewChange = {
  readonly rows: readonly number[]
  readonly set: RowChange
}

/** A file that is being reviewed, and how it is read. */
export type ReviewedFile = {
  readonly review: string
  readonly batch: string
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
  readonly accounts: Readonly<Record<string, string>>
  /** Milliseconds since 1970 when it was begun. */
  readonly at: number
}

/** The review that a ledger was left with: one, as there is one at a time. */
export type LeftReviews = {
  /** In the place of another. */
  readonly begin: (
    reviewed: ReviewedFile,
    changes: readonly ReviewChange[],
  ) => void
  /** Resolves once it outlives a reload. */
  readonly add: (review: string, change: ReviewChange) => Promise<void>
  readonly end: (review: string) => Promise<void>
  readonly find: () => Promise<
    | {
        readonly reviewed: ReviewedFile
        readonly changes: readonly ReviewChange[]
      }
    | undefined
  >
}

/** Bytes; a larger file is given once more after a reload. */
const mostBytes = 50_000_000
const mostChanges = 5_000
/** Runs of row numbers in all changes. */
const mostRuns = 200_000

/** As it is stored: row numbers in runs, both ends included. */
type StoredChange = {
  readonly runs: readonly (readonly [number, number])[]
  readonly set: RowChange
}

/**
 * Keeps what a reload would lose, beside the review. What cannot be kept, for
 * there is no room or it is too much, is no reason to hold the review up.
 */
export function openLeftReviews(place: string, kept: KeptValues): LeftReviews {
  let turn: Promise<unknown> = Promise.resolve()
  /** Of the review that is kept from here; none where it is too much. */
  let mine:
    { readonly review: string; changes: number; runs: number } | undefined

  function inTurn(work: () => Promise<void>): Promise<void> {
    const next = turn.then(work).catch(() => {
      mine = undefined
    })
    turn = next
    return next
  }

  const keyOf = (review: string, number: number) =>
    `${place}/${review}/${number}`

  async function store(change: ReviewChange): Promise<void> {
    if (mine === undefined) return
    const runs = runsOf(change.rows)
    mine.runs += runs.length
    if (mine.changes >= mostChanges || mine.runs > mostRuns) {
      mine = undefined
      await kept.removeWhole(place)
      return
    }
    const stored: StoredChange = { runs, set: change.set }
    await kept.set(keyOf(mine.review, mine.changes), stored)
    mine.changes += 1
  }

  async function changesOf(review: string): Promise<readonly ReviewChange[]> {
    const changes: ReviewChange[] = []
    for (;;) {
      const stored = await kept.get(keyOf(review, changes.length))
      if (!isChange(stored)) return changes
      changes.push({ rows: stored.runs.flatMap(numbersIn), set: stored.set })
    }
  }

  return {
    begin: (reviewed, changes) => {
      const { review, file } = reviewed
      void inTurn(async () => {
        mine = undefined
        await kept.removeWhole(place)
        if (file.size > mostBytes) return
        mine = { review, changes: 0, runs: 0 }
        await kept.set(place, reviewed)
        for (const change of changes) await store(change)
      })
    },
    add: (review, change) =>
      inTurn(async () => {
        if (mine?.review === review) await store(change)
      }),
    end: review =>
      inTurn(async () => {
        const stored = await kept.get(place)
        if (!isReviewed(stored) || stored.review !== review) return
        mine = undefined
        await kept.removeWhole(place)
      }),
    find: async () => {
      await turn
      const reviewed = await kept.get(place).catch(() => undefined)
      if (!isReviewed(reviewed)) return undefined
      return { reviewed, changes: await changesOf(reviewed.review) }
    },
  }
}

function runsOf(rows: readonly number[]): StoredChange['runs'] {
  const runs: [number, number][] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && row <= last[1] + 1) last[1] = row
    else runs.push([row, row])
  }
  return runs
}

function numbersIn([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** Written by `begin`, of this version or another. */
function isReviewed(value: unknown): value is ReviewedFile {
  if (typeof value !== 'object' || value === null) return false
  const { review, batch, file, name, choices, accounts } =
    value as Partial<ReviewedFile>
  return (
    typeof review === 'string' &&
    typeof batch === 'string' &&
    typeof name === 'string' &&
    typeof choices === 'object' &&
    typeof accounts === 'object' &&
    file instanceof Blob
  )
}

function isChange(value: unknown): value is StoredChange {
  if (typeof value !== 'object' || value === null) return false
  const { runs, set } = value as Partial<StoredChange>
  return Array.isArray(runs) && typeof set === 'object'
}
