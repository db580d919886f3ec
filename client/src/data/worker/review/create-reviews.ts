import { success } from '@ourmoney/shared/result.ts'
import { idOfBatch } from '@ourmoney/shared/statement/row-ids.ts'
import type {
  StatementAccount,
  StatementFormat,
} from '@ourmoney/shared/statement/statement.ts'
import { canonicalText } from '@ourmoney/shared/sync/encode.ts'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { LedgerError } from '../../ledger-error.ts'
import type {
  LedgerStatements,
  ReviewCounts,
  RowState,
} from '../../statements.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import { advise } from './advise.ts'
import { changeRows } from './change-rows.ts'
import { compareWithLedger } from './compare.ts'
import { contextOf } from './context-of.ts'
import { countReview } from './count-review.ts'
import { exchangeBy } from './exchange-by.ts'
import { findOthers } from './find-others.ts'
import type { ReviewChange } from './left-reviews.ts'
import { namesOf } from './ledger-names.ts'
import { readFile } from './read-review.ts'
import { shownRow, type Reviewed } from './reviewed.ts'

/** A file as it was read and compared, until it is brought in or dropped. */
export type KeptReview = {
  readonly id: string
  readonly batch: string
  readonly format: StatementFormat
  readonly fileName: string
  readonly fileHash: string
  readonly rows: readonly Reviewed[]
  readonly pending: number
  readonly accounts: readonly StatementAccount[]
}

export type Reviews = Pick<
  LedgerStatements,
  | 'reviewStatement'
  | 'reviewRows'
  | 'reviewCounts'
  | 'changeReview'
  | 'reviewAgain'
  | 'dropReview'
  | 'leftReview'
  | 'dropLeftReview'
> & {
  /**
   * Works on a review that nobody else works on: whoever comes meanwhile waits.
   * Throws LedgerError `not-found` for one that was dropped.
   */
  readonly alone: <Done>(
    id: string,
    work: (review: KeptReview) => Promise<Done>,
  ) => Promise<Done>
}

export function createReviews(parts: LedgerParts): Reviews {
  const { model, store, leftReviews, now, random } = parts
  let kept: KeptReview | undefined
  /** Rows of one state are asked for window by window. */
  let listed:
    { readonly state: RowState; readonly rows: readonly Reviewed[] } | undefined
  let turn: Promise<unknown> = Promise.resolve()

  function get(id: string): KeptReview {
    if (kept?.id !== id) throw new LedgerError('not-found', id)
    return kept
  }

  function counts(review: KeptReview): ReviewCounts {
    const { rows, pending, accounts } = review
    return countReview(rows, pending, accounts)
  }

  function rowsIn(state: RowState | undefined, review: KeptReview) {
    if (state === undefined) return review.rows
    if (listed?.state !== state) {
      const rows = review.rows.filter(row => row.state === state)
      listed = { state, rows }
    }
    return listed.rows
  }

  async function alone<Done>(
    id: string,
    work: (review: KeptReview) => Promise<Done>,
  ): Promise<Done> {
    const mine = turn.then(async () => {
      try {
        return await work(get(id))
      } finally {
        listed = undefined
      }
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    alone,
    reviewStatement: async (ask, onProgress, signal) => {
      kept = undefined
      listed = undefined
      const context = contextOf(model)
      const left = await leftReviews.find()
      // What is compared with has to be there as a whole.
      await store.read([])
      const read = await readFile(ask, {
        reading: parts.readStatements,
        names: namesOf(model),
        context,
        onProgress,
        signal,
        now,
      })
      if (read === undefined || !read.ok) return read
      const { format, fileHash, rows, ids, accounts, pending } = read.value
      const names = namesOf(model)
      const claimed = compareWithLedger(rows, ids, model.broughtIn)
      await advise(rows, model, names)
      findOthers(rows, claimed, model.broughtIn, exchangeBy(model))
      if (signal.aborted) return undefined
      const batch = idOfBatch(fileHash, ask.accounts)
      const { file, choices, accounts: places } = ask
      const isAsLeft =
        left?.reviewed.batch === batch &&
        canonicalText(left.reviewed.choices) === canonicalText(choices)
      const changes = isAsLeft ? left.changes : []
      for (const change of changes) changeAgain(rows, change)
      const id = ulid(now(), random)
      const { name } = ask
      const at = now()
      const reviewed = { review: id, batch, file, name, choices, at }
      leftReviews.begin({ ...reviewed, accounts: places }, changes)
      kept = {
        id,
        batch,
        format,
        fileName: ask.name.slice(0, 255),
        fileHash,
        rows,
        pending,
        accounts,
      }
      const broughtInBefore = model
        .docs('importBatch')
        .some(({ _id }) => _id === batch)
      return success({
        ...counts(kept),
        id: kept.id,
        accounts,
        broughtInBefore,
        isAsLeft: changes.length > 0,
      })
    },
    reviewRows: async (id, state, from, to) => {
      const rows = rowsIn(state, get(id))
      return {
        count: rows.length,
        rows: rows
          .slice(Math.max(0, from), to)
          .map(row => shownRow(row, model.broughtIn)),
      }
    },
    reviewCounts: async id => counts(get(id)),
    changeReview: async (id, rows, set) => {
      const review = get(id)
      listed = undefined
      changeRows(review.rows, new Set(rows), set)
      await leftReviews.add(id, { rows, set })
      return counts(review)
    },
    reviewAgain: async id => {
      const review = get(id)
      await advise(review.rows, model, namesOf(model))
      return counts(review)
    },
    dropReview: async id => {
      await leftReviews.end(id)
      if (kept?.id !== id) return
      kept = undefined
      listed = undefined
    },
    leftReview: async () => {
      const left = await leftReviews.find()
      if (left === undefined) return undefined
      const { file, name, choices, accounts, at } = left.reviewed
      const changes = left.changes.length
      return { file, name, choices, accounts, at, changes }
    },
    dropLeftReview: async () => {
      const left = await leftReviews.find()
      if (left !== undefined) await leftReviews.end(left.reviewed.review)
    },
  }
}

/** What does not fit any more is left as the file has it. */
function changeAgain(
  rows: readonly Reviewed[],
  { rows: numbers, set }: ReviewChange,
): void {
  try {
    changeRows(rows, new Set(numbers), set)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
  }
}
