import { mergedIds } from '@ourmoney/shared/names/merged.ts'
import { decodeDoc, type StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { StatementAccount } from '@ourmoney/shared/statement/statement.ts'
import { StatementFileError } from '../reader.ts'

/** What the ids in an export stand for. */
export type OursNames = {
  readonly account: (
    id: string | undefined,
  ) => (StatementAccount & { readonly currency: string }) | undefined
  /** `Home:Rent` is Rent below Home. */
  readonly category: (id: string | undefined) => string | undefined
  readonly payee: (id: string | undefined) => string | undefined
  readonly member: (id: string | undefined) => string | undefined
}

/** Of one file; a household has some thousands. */
const mostNames = 200_000

type Named =
  DocOf<'account'> | DocOf<'category'> | DocOf<'payee'> | DocOf<'member'>

/** Gathers what names its records, wherever they stand. Throws StatementFileError. */
export function gatherNames() {
  const docs = new Map<string, Named>()
  return {
    add(record: unknown): void {
      const doc = isNaming(record) ? knownDoc(record) : undefined
      if (doc === undefined || !isNamed(doc)) return
      if (docs.size >= mostNames) throw new StatementFileError('too-many-rows')
      docs.set(doc._id, doc)
    },
    names(): OursNames {
      const all = [...docs.values()]
      const merged = mergedIds(all.filter(doc => doc.kind !== 'member'))
      const standing = (id = '') => docs.get(merged.get(id) ?? id)
      const nameOf = (id: string | undefined, kind: Named['kind']) => {
        const doc = standing(id)
        return doc?.kind === kind ? doc.name : undefined
      }
      return {
        account: id => {
          const doc = standing(id)
          if (doc?.kind !== 'account') return undefined
          const { _id: key, name, currency } = doc
          return { key, name, currency }
        },
        category: id => {
          const doc = standing(id)
          if (doc?.kind !== 'category') return undefined
          const above = nameOf(doc.parent, 'category')
          return above === undefined ? doc.name : `${above}:${doc.name}`
        },
        payee: id => nameOf(id, 'payee'),
        member: id => nameOf(id, 'member'),
      }
    },
  }
}

/** A record of the file, if it is one of this version's. */
export function knownDoc(record: unknown): Doc | undefined {
  const decoded = decodedDoc(record)
  return decoded?.state === 'known' ? decoded.doc : undefined
}

export function decodedDoc(record: unknown) {
  if (typeof record !== 'object' || record === null) return undefined
  if (!('_id' in record) || typeof record._id !== 'string') return undefined
  return decodeDoc(record as StoredDoc)
}

/** Far quicker than to look at every transaction as a whole. */
function isNaming(record: unknown): boolean {
  const kind: unknown = Object(record)['kind']
  return ['account', 'category', 'payee', 'member'].includes(String(kind))
}

function isNamed(doc: Doc): doc is Named {
  return isNaming(doc)
}
