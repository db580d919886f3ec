import {
  parseAmount,
  type AmountContext,
  type AmountIssue,
} from '../money/parse-amount.ts'
import { parseWeight } from '../money/parse-weight.ts'
import type { TransactionDoc } from '../sync/kinds.ts'

export const shareModes = ['equal', 'shares', 'exact'] as const
export type ShareMode = (typeof shareModes)[number]

/** For whom something was, as it was chosen and typed. */
export type ForWhomDraft = {
  /** Empty: for everybody equally. */
  readonly mode: string
  /** By member id what was typed: a weight, an amount, or anything. Who is not in it takes no share. */
  readonly values: Readonly<Record<string, string>>
}

export type ShareContext = AmountContext & {
  /** The amount that is shared. */
  readonly minor: number
}

export type ForWhomIssue = {
  readonly code:
    | AmountIssue['code']
    | 'not-a-weight'
    | 'nobody'
    | 'shares-left'
    | 'shares-over'
  /** Beside whose number it is said. */
  readonly member?: string | undefined
  readonly at?: number | undefined
  readonly minor?: number | undefined
}

type ForWhomFields = Pick<TransactionDoc, 'shareMode' | 'shares'>

export type ReadForWhom = {
  readonly fields: ForWhomFields
  /** Of exact amounts, what nobody has yet. */
  readonly left: number
  readonly issues: readonly ForWhomIssue[]
}

/** What was typed about for whom it was; members in one order, so that equal choices are equal docs. */
export function readForWhom(
  draft: ForWhomDraft | undefined,
  context: ShareContext,
): ReadForWhom {
  const mode = shareModes.find(each => each === draft?.mode)
  if (draft === undefined || mode === undefined) {
    const everybody = { shareMode: undefined, shares: undefined }
    return { fields: everybody, left: 0, issues: [] }
  }
  const typed = Object.entries(draft.values).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const issues: ForWhomIssue[] = typed.length === 0 ? [{ code: 'nobody' }] : []
  if (mode === 'equal') {
    const shares = typed.map(([member]) => ({ member }))
    return { fields: { shareMode: mode, shares }, left: 0, issues }
  }
  if (mode === 'shares') {
    const shares = typed.map(([member, text]) => {
      const weight = parseWeight(text)
      if (weight === undefined) issues.push({ code: 'not-a-weight', member })
      return { member, weight: weight ?? 1 }
    })
    return { fields: { shareMode: mode, shares }, left: 0, issues }
  }
  const shares = typed.map(([member, text]) => {
    const amount = parseAmount(text, context)
    if (!amount.ok) issues.push({ ...amount.failure, member })
    return { member, minor: amount.ok ? amount.value : 0 }
  })
  const left = context.minor - shares.reduce((sum, { minor }) => sum + minor, 0)
  if (left !== 0 && issues.length === 0) {
    const isOver = Math.sign(left) !== Math.sign(context.minor)
    issues.push({
      code: isOver ? 'shares-over' : 'shares-left',
      member: typed.at(-1)?.[0],
      minor: Math.abs(left),
    })
  }
  return { fields: { shareMode: mode, shares }, left, issues }
}
