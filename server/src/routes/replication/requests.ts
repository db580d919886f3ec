import * as z from 'zod'
import { docIdPattern } from '@ourmoney/shared/sync/prefixes.ts'
import { revPattern } from '@ourmoney/shared/sync/structure.ts'
import { Failure } from '../../failure.ts'

export const mostPerRequest = 1_000

export const revsDiffRequest = z.record(
  z.string().regex(docIdPattern),
  z.array(z.string().regex(revPattern)).max(mostPerRequest),
)

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
