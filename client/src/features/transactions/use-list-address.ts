import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  filterFromSearch,
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import {
  orderFromSearch,
  orderToSearch,
  type TransactionOrder,
} from '@ourmoney/shared/transaction/order.ts'
import { useStable } from '../../ui/use-stable.ts'

/** What the address says of the list: filter, order, and what is open beside it. */
export type ListAddress = {
  readonly filter: TransactionFilter
  readonly order: TransactionOrder
  readonly record: string | undefined
  /** A type for a new one, or the id of one to edit. */
  readonly form:
    { readonly add: string } | { readonly edit: string } | undefined
  readonly setFilter: (filter: TransactionFilter) => void
  /** The list follows at once, the address when nothing more is typed. */
  readonly search: (text: string) => void
  readonly setOrder: (order: TransactionOrder) => void
  readonly openRecord: (id: string | undefined) => void
  readonly openForm: (form: ListAddress['form']) => void
}

/** Milliseconds without a key. */
const pause = 200

export function useListAddress(): ListAddress {
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState<string>()
  const address = search.toString()
  const inAddress = useMemo(() => filterFromSearch(address), [address])
  if (typed !== undefined && typed === (inAddress.text ?? '')) {
    setTyped(undefined)
  }
  const filter = useMemo(
    () =>
      typed === undefined
        ? inAddress
        : { ...inAddress, text: typed === '' ? undefined : typed },
    [inAddress, typed],
  )
  const order = useMemo(() => orderFromSearch(search.get('order')), [search])

  const go = useCallback(
    (change: (next: URLSearchParams) => URLSearchParams, replace: boolean) =>
      setSearch(now => change(new URLSearchParams(now)), {
        replace,
        preventScrollReset: true,
      }),
    [setSearch],
  )
  const setText = useStable((text: string) =>
    go(now => with_(now, 'text', text === '' ? undefined : text), true),
  )
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(() => setText(typed), pause)
    return () => clearTimeout(timer)
  }, [typed, setText])

  const add = search.get('new')
  const edit = search.get('edit')
  const form = useMemo(
    () => (add !== null ? { add } : edit !== null ? { edit } : undefined),
    [add, edit],
  )
  return {
    filter,
    order,
    record: search.get('record') || undefined,
    form,
    search: setTyped,
    setFilter: useCallback(
      next => {
        setTyped(undefined)
        go(now => {
          const made = new URLSearchParams(filterToSearch(next))
          for (const key of ['order', 'record', 'statement', 'says']) {
            const kept = now.get(key)
            if (kept !== null) made.set(key, kept)
          }
          return made
        }, true)
      },
      [go],
    ),
    setOrder: useCallback(
      next => go(now => with_(now, 'order', orderToSearch(next)), true),
      [go],
    ),
    openRecord: useCallback(
      id =>
        go(now => {
          const made = with_(now, 'record', id)
          made.delete('new')
          made.delete('scan')
          made.delete('edit')
          return made
        }, false),
      [go],
    ),
    openForm: useCallback(
      form =>
        go(now => {
          const made = with_(
            now,
            'new',
            form !== undefined && 'add' in form ? form.add : undefined,
          )
          return with_(
            made,
            'edit',
            form !== undefined && 'edit' in form ? form.edit : undefined,
          )
        }, false),
      [go],
    ),
  }
}

function with_(
  search: URLSearchParams,
  key: string,
  value: string | undefined,
) {
  if (value === undefined) search.delete(key)
  else search.set(key, value)
  return search
}
