import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import type { ShareMode } from '@ourmoney/shared/transaction/read-for-whom.ts'

type Shared = Pick<TransactionDoc, 'shareMode' | 'shares'>

/** For whom something was; members as numbers of references. */
export type ForWhom = {
  readonly mode: ShareMode | undefined
  readonly shares: readonly {
    readonly member: number
    readonly weight?: number | undefined
    readonly minor?: number | undefined
  }[]
}

/** Of a row as a whole, then of each of its parts; nothing where it is for everybody. */
export type Sharing = readonly (ForWhom | undefined)[]

/** `undefined` of what is for everybody: nearly all is. */
export function sharingOf(
  doc: Shared & Pick<TransactionDoc, 'splits'>,
  numberOf: (member: string) => number,
): Sharing | undefined {
  const all = [doc, ...(doc.splits ?? [])].map((each: Shared) =>
    forWhomOf(each, numberOf),
  )
  return all.every(each => each === undefined) ? undefined : all
}

export function isSharedBy(
  sharing: Sharing | undefined,
  member: number,
): boolean {
  return (sharing ?? []).some(each =>
    each?.shares.some(share => share.member === member),
  )
}

function forWhomOf(
  { shareMode, shares = [] }: Shared,
  numberOf: (member: string) => number,
): ForWhom | undefined {
  if (shareMode === undefined && shares.length === 0) return undefined
  return {
    mode: shareMode,
    shares: shares.map(({ member, weight, minor }) => ({
      member: numberOf(member),
      ...(weight !== undefined && { weight }),
      ...(minor !== undefined && { minor }),
    })),
  }
}
