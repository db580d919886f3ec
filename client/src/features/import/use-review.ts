import { useEffect, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type {
  Review,
  ReviewCounts,
  ReviewRow,
  RowChange,
  RowState,
} from '../../data/statements.ts'
import { useRun } from '../../words/use-run.ts'

type Window = {
  readonly review: string
  readonly state: RowState | undefined
  readonly from: number
  readonly count: number
  readonly rows: readonly ReviewRow[]
}

/** Rows asked for at once. */
const block = 100
const windowSize = 4 * block
/** Rows whose numbers are asked for at once. */
const many = 2_000

/** A review as it stands: its counts, and the rows of one state around those in sight. */
export function useReview(review: Review) {
  const ledger = useLedger()
  const { run, failure } = useRun()
  const [counts, setCounts] = useState<ReviewCounts>(review)
  const [state, setState] = useState<RowState>()
  const [first, setFirst] = useState(0)
  const [version, setVersion] = useState(0)
  const [shown, setShown] = useState<Window>()
  const { id } = review
  const from = Math.max(0, Math.floor(first / block) * block - block)

  useEffect(() => {
    let isGone = false
    void run(async () => {
      const answer = await ledger.reviewRows(id, state, from, from + windowSize)
      if (!isGone) setShown({ ...answer, review: id, state, from })
    })
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `run` is another with every frame, and says the same
  }, [ledger, id, state, from, version])

  function change(rows: readonly number[], set: RowChange): Promise<void> {
    return run(async () => {
      setCounts(await ledger.changeReview(id, rows, set))
      setVersion(now => now + 1)
    })
  }

  /** After a rule was made. */
  function again(): Promise<void> {
    return run(async () => {
      setCounts(await ledger.reviewAgain(id))
      setVersion(now => now + 1)
    })
  }

  /** Hands on the numbers of all rows of the state that is shown. */
  function withAllRows(use: (rows: readonly number[]) => void): Promise<void> {
    return run(async () => {
      const numbers: number[] = []
      const count = shown?.count ?? 0
      for (let at = 0; at < count; at += many) {
        const { rows } = await ledger.reviewRows(id, state, at, at + many)
        numbers.push(...rows.map(({ row }) => row))
      }
      use(numbers)
    })
  }

  return {
    counts,
    state,
    show: (next: RowState | undefined) => {
      setState(next)
      setFirst(0)
    },
    shown: shown?.state === state ? shown : undefined,
    setFirst,
    change,
    again,
    withAllRows,
    failure,
  }
}

export type Reviewing = ReturnType<typeof useReview>
