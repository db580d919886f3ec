import * as z from 'zod'
import { docIdPattern } from '@ourmoney/shared/sync/prefixes.ts'
import { revPattern } from '@ourmoney/shared/sync/structure.ts'
import { Failure } from '../../failure.ts'

export const mostPerRequest = 1_000
/** Of all the docs that a `_revs_diff` asks about. */
export const mostRevisions = 20_000

/** By id the revisions that are asked about; looks no further than the first that is wrong, where a schema would list them all. */
export function readRevsDiff(
  body: unknown,
): Readonly<Record<string, string[]>> {
  if (isRevsDiff(body)) return body
  throw new Failure('bad-request', { detail: '_revs_diff: malformed' })
}

function isRevsDiff(body: unknown): body is Record<string, string[]> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return false
  }
  const asked = Object.entries(body)
  if (asked.length > mostPerRequest) return false
  let count = 0
  return asked.every(([id, revs]: readonly [string, unknown]) => {
    if (!docIdPattern.test(id) || !Array.isArray(revs)) return false
    count += revs.length
    return (
      revs.length <= mostPerRequest &&
      count <= mostRevisions &&
      revs.every(rev => typeof rev === 'string' && revPattern.test(rev))
    )
  })
}

export const bulkGetRequest = z.object({
  docs: z
    .array(
      z.object({
        id: z.string().regex(docIdPattern),
        rev: z.string().regex(revPattern).optional(),
      }),
    )
    .max(mostPerRequest),
})

export const bulkDocsRequest = z.object({
  docs: z.array(z.unknown()).max(mostPerRequest),
  new_edits: z.literal(false),
})

const flag = z
  .enum(['true', 'false'])
  .transform(value => value === 'true')
  .optional()

export const docQuery = z.object({
  rev: z.string().regex(revPattern).optional(),
  revs: flag,
  latest: flag,
  conflicts: flag,
  open_revs: z
    .union([
      z.literal('all'),
      z.string().transform((text, context) => {
        const revs = z
          .array(z.string().regex(revPattern))
          .max(mostPerRequest)
          .safeParse(parseJson(text))
        if (revs.success) return revs.data
        context.addIssue('not a list of revisions')
        return z.NEVER
      }),
    ])
    .optional(),
})

/** What PouchDB's and CouchDB's replicators keep, and nothing else. */
export const checkpointDoc = z.looseObject({
  _rev: z.string().max(60).optional(),
  session_id: z.string().max(200),
  history: z.array(z.looseObject({})).max(100),
})

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // `undefined` stands in no JSON text; callers say what is wrong.
    return undefined
  }
}

/** Throws `bad-request`, without what was sent. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Failure('bad-request', { detail: `${what}: malformed` })
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {}
}
