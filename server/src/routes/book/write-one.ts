import type { FastifyRequest } from 'fastify'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Change, Writing } from '../../book/writing.ts'
import type { Enter } from './enter.ts'

type OfLedger = { readonly params: { readonly ledger: string } }

/** The doc as it is stored now; throws what it was refused for. */
export async function writeOne(
  writing: Writing,
  enter: Enter,
  request: FastifyRequest & OfLedger,
  change: Change,
): Promise<Doc> {
  const { ledger } = request.params
  const [written] = await writing(ledger, () => enter(request), [change])
  if (written === undefined) throw new Error('Nothing was written')
  if (!written.ok) throw written.failure
  return written.doc
}

/** What was given, tags in the one order that devices write them in. */
export function fieldsOf(body: Fields): Fields {
  const { tags } = body
  if (!Array.isArray(tags)) return body
  const each = [...new Set(tags.map(String))].sort()
  return { ...body, tags: each.length > 0 ? each : undefined }
}

/** `null` takes a field away. */
export function patched(patch: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOf(patch)).map(([field, value]) => [
      field,
      value ?? undefined,
    ]),
  )
}
