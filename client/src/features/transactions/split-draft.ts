import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import {
  formatPercent,
  wholeInBasisPoints,
} from '@ourmoney/shared/money/percent.ts'
import { splitMinor } from '@ourmoney/shared/money/split-money.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type {
  ForWhomDraft,
  ShareContext,
} from '@ourmoney/shared/transaction/read-for-whom.ts'
import {
  readParts,
  splitWays,
  type PartDraft,
  type SplitWay,
} from '@ourmoney/shared/transaction/read-parts.ts'

/** A part as it is typed; its key stays while parts come and go around it. */
export type PartText = PartDraft & { readonly key: string }

/** What is typed about parts, and for whom the whole was. */
export type SplitText = {
  readonly way: SplitWay
  readonly parts: readonly PartText[]
  readonly forWhom?: ForWhomDraft | undefined
}

const notSplit: SplitText = { way: 'amount', parts: [] }

/** As one text among the others of the form; empty for what is not split. */
export function writeSplitText(split: SplitText): string {
  return split.parts.length === 0 && split.forWhom === undefined
    ? ''
    : JSON.stringify(split)
}

/** What another version kept, or nobody, is not split. */
export function readSplitText(text: string): SplitText {
  if (text === '') return notSplit
  try {
    const read: unknown = JSON.parse(text)
    return isSplitText(read) ? read : notSplit
  } catch {
    // Cut short: the other fields are still there.
    return notSplit
  }
}

function isSplitText(value: unknown): value is SplitText {
  if (typeof value !== 'object' || value === null) return false
  const { way, parts } = value as Partial<SplitText>
  return (
    splitWays.some(each => each === way) &&
    Array.isArray(parts) &&
    parts.every(
      (part: Partial<PartText>) =>
        typeof part.key === 'string' && typeof part.amount === 'string',
    )
  )
}

type Shared = Pick<
  TransactionDoc,
  'currency' | 'splits' | 'shareMode' | 'shares'
>

/** A stored transaction's parts, by amount. */
export function splitTextOf(doc: Shared, locale: string): SplitText {
  const { currency, splits = [] } = doc
  const bare = (minor: number) =>
    formatMoney(minor, currency, locale, { bare: true })
  return {
    way: 'amount',
    parts: splits.map((part, index) => ({
      key: String(index),
      amount: bare(part.minor),
      category: part.category,
      note: part.note,
      member: part.member,
      forWhom: forWhomOf(part, bare),
      was: part,
    })),
    forWhom: forWhomOf(doc, bare),
  }
}

function forWhomOf(
  { shareMode, shares = [] }: Pick<TransactionDoc, 'shareMode' | 'shares'>,
  bare: (minor: number) => string,
): ForWhomDraft | undefined {
  if (shareMode === undefined) return undefined
  const values = shares.map(({ member, weight = 1, minor }) => [
    member,
    minor === undefined ? String(weight) : bare(minor),
  ])
  return {
    mode: shareMode,
    values: Object.fromEntries(values) as ForWhomDraft['values'],
  }
}

/** Two parts, the first of what was one. */
export function beginSplit(split: SplitText, category: string): SplitText {
  const first = { key: '0', amount: '', category: category || undefined }
  return addPart({ ...split, parts: [first] })
}

export function addPart(split: SplitText): SplitText {
  const last = Math.max(-1, ...split.parts.map(({ key }) => Number(key)))
  const amount = split.way === 'shares' ? '1' : ''
  return {
    ...split,
    parts: [...split.parts, { key: String(last + 1), amount }],
  }
}

export function changePart(
  split: SplitText,
  index: number,
  change: Partial<PartText>,
): SplitText {
  return {
    ...split,
    parts: split.parts.map((part, at) =>
      at === index ? { ...part, ...change } : part,
    ),
  }
}

/** What is left of two parts is still one; of one it is no split. */
export function removePart(split: SplitText, index: number): SplitText {
  return { ...split, parts: split.parts.filter((_, at) => at !== index) }
}

export function notSplitAnyMore(split: SplitText): SplitText {
  return { ...notSplit, forWhom: split.forWhom }
}

/** The numbers as another way of splitting writes them, as far as it can. */
export function switchWay(
  split: SplitText,
  way: SplitWay,
  context: ShareContext,
): SplitText {
  const { minors } = readParts(split.parts, split.way, context)
  const { currency, locale } = context
  const isWhole =
    minors.every(minor => minor > 0) &&
    minors.reduce((sum, minor) => sum + minor, 0) === context.minor
  const texts =
    way === 'shares'
      ? minors.map(() => '1')
      : way === 'amount'
        ? minors.map(minor =>
            minor === 0
              ? ''
              : formatMoney(minor, currency, locale, { bare: true }),
          )
        : isWhole
          ? splitMinor(wholeInBasisPoints, minors).map(share =>
              formatPercent(share, locale),
            )
          : minors.map(() => '')
  return {
    ...split,
    way,
    parts: split.parts.map((part, index) => ({
      ...part,
      amount: texts[index] ?? '',
    })),
  }
}
