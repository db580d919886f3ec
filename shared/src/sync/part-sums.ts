import type { TransactionDoc } from './kinds.ts'

type Shared = Pick<TransactionDoc, 'minor' | 'shareMode' | 'shares'>
type Split = Shared & Pick<TransactionDoc, 'splits'>

/**
 * What does not add up in a transaction, `path: code`: its parts sum to its
 * amount and exact shares to what they share. All of it stands in one field
 * group, so a merge of docs that add up adds up.
 */
export function sumIssues(doc: Split): string[] {
  const { splits = [] } = doc
  const issues = shareIssues('', doc)
  if (splits.length === 0) return issues
  if (!sumsTo(doc.minor, splits)) issues.push('splits: sum')
  splits.forEach((part, index) => {
    issues.push(...shareIssues(`splits.${index}.`, part))
  })
  // Exact amounts share the whole; a part cannot be taken out of them.
  if (doc.shareMode === 'exact' && splits.some(part => part.shareMode)) {
    issues.push('shares: twice')
  }
  return issues
}

function shareIssues(path: string, { minor, shareMode, shares = [] }: Shared) {
  const issues: string[] = []
  if (shareMode === undefined) {
    if (shares.length > 0) issues.push(`${path}shareMode: missing`)
    return issues
  }
  const members = new Set(shares.map(each => each.member))
  if (members.size === 0) issues.push(`${path}shares: missing`)
  if (members.size < shares.length) issues.push(`${path}shares: twice`)
  const isFit = shares.every(
    each =>
      (each.weight !== undefined) === (shareMode === 'shares') &&
      (each.minor !== undefined) === (shareMode === 'exact'),
  )
  if (!isFit) issues.push(`${path}shares: mode`)
  else if (shareMode === 'exact' && !sumsTo(minor, shares)) {
    issues.push(`${path}shares: sum`)
  }
  return issues
}

function sumsTo(
  whole: number,
  parts: readonly { readonly minor?: number | undefined }[],
): boolean {
  // Beyond 2^53 a sum could come out right by rounding.
  const sum = parts.reduce((sum, { minor = 0 }) => sum + BigInt(minor), 0n)
  return sum === BigInt(whole)
}
