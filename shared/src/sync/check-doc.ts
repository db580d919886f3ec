import { failure, success, type Result } from '../result.ts'
import { schemas, type Doc } from './kinds.ts'
import type { Kind } from './prefixes.ts'
import { sumIssues } from './part-sums.ts'

/** What a doc breaks: `path: why` for each field, never its value. */
export type DocIssue = string

/**
 * The schema check that the client makes before it writes and the server
 * before it accepts. Only for docs whose kind and version this build knows.
 */
export function checkDoc(raw: unknown): Result<Doc, DocIssue[]> {
  const kind = kindOf(raw)
  if (kind === undefined) return failure(['kind: unknown'])
  const parsed = schemas[kind].safeParse(raw)
  if (parsed.success) {
    const doc = parsed.data as Doc
    const issues = doc.kind === 'transaction' ? sumIssues(doc) : []
    return issues.length > 0 ? failure(issues) : success(doc)
  }
  return failure(
    parsed.error.issues.map(
      issue => `${issue.path.join('.') || 'doc'}: ${issue.code}`,
    ),
  )
}

function kindOf(raw: unknown): Kind | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return
  const { kind } = raw
  return typeof kind === 'string' && Object.hasOwn(schemas, kind)
    ? (kind as Kind)
    : undefined
}
