import { useMemo } from 'react'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'

/** Names, icons and colours by id, and everything there is to choose from. */
export type Names = {
  readonly lookups: LookupsAnswer | undefined
  readonly currency: string
  readonly firstDay: number
  readonly category: (
    id: string | undefined,
  ) => LookupsAnswer['categories'][number] | undefined
  readonly payee: (id: string | undefined) => string | undefined
  readonly member: (id: string | undefined) => string | undefined
  readonly account: (id: string | undefined) => string | undefined
  /** Of an account; the ledger's where there is none. */
  readonly currencyOf: (account: string | undefined) => string
}

export function useNames(): Names {
  const lookups = useView({ view: 'lookups' })
  return useMemo(() => {
    const categories = byId(lookups?.categories)
    const payees = byId(lookups?.payees)
    const merged = lookups?.merged ?? {}
    const standing = (id: string | undefined) => merged[id ?? ''] ?? id
    const members = byId(lookups?.members)
    const accounts = byId(lookups?.accounts)
    const currency = lookups?.ledger?.currency ?? 'EUR'
    return {
      lookups,
      currency,
      firstDay: lookups?.ledger?.firstDay ?? 1,
      category: id => categories.get(standing(id) ?? ''),
      payee: id => payees.get(standing(id) ?? '')?.name,
      member: id => members.get(id ?? '')?.name,
      account: id => accounts.get(standing(id) ?? '')?.name,
      currencyOf: id => accounts.get(standing(id) ?? '')?.currency ?? currency,
    }
  }, [lookups])
}

function byId<Doc extends { readonly _id: string }>(
  docs: readonly Doc[] | undefined,
): ReadonlyMap<string, Doc> {
  return new Map((docs ?? []).map(doc => [doc._id, doc]))
}
