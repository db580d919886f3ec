import type { TransactionDoc } from '../sync/kinds.ts'
import type { QuickReading } from './reading.ts'

/** The fields that a line gives a transaction; nothing while something is wrong with it. */
export function quickTransaction({ parts, issues }: QuickReading) {
  const { minor, tags, ...rest } = parts
  if (minor === undefined || issues.length > 0) return undefined
  return {
    ...rest,
    minor,
    ...(tags.length > 0 && { tags: [...tags] }),
  } satisfies Partial<TransactionDoc>
}
