import { useMemo } from 'react'
import type { Category } from '@ourmoney/shared/category/tree.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { categoryChoices } from '../../ui/category-choices.tsx'
import type { Choice } from '../../ui/choice-field.tsx'
import { useStable } from '../../ui/use-stable.ts'

/** Names by id, and what there is to choose from. */
export type ImportNames = {
  readonly lookups: LookupsAnswer | undefined
  readonly category: (id: string | undefined) => Category | undefined
  readonly account: (id: string | undefined) => string
  readonly categories: Readonly<Record<Flow, readonly Choice[]>>
  readonly members: readonly Choice[]
  readonly payees: readonly Choice[]
  readonly createCategory: (
    name: string,
    flow: Flow,
  ) => Promise<string | undefined>
}

/** Which way the money goes; categories that fit come first. */
export type Flow = 'expense' | 'income'

export function flowOf(minor: number | undefined): Flow {
  return minor !== undefined && minor > 0 ? 'income' : 'expense'
}

export function useImportNames(): ImportNames {
  const lookups = useView({ view: 'lookups' })
  const acts = useActs()
  const createCategory = useStable(async (name: string, type: Flow) => {
    const receipt = await acts.save([
      { change: 'create', doc: { kind: 'category', name, type } },
    ])
    return receipt?.ids[0]
  })
  return useMemo(() => {
    const categories = new Map(
      lookups?.categories.map(each => [each._id, each]),
    )
    const accounts = new Map(
      lookups?.accounts.map(each => [each._id, each.name]),
    )
    const merged = lookups?.merged ?? {}
    const standing = (id = '') => merged[id] ?? id
    const inUse = (lookups?.categories ?? []).filter(
      each => each.archived !== true,
    )
    const ofType = (type: Flow) =>
      categoryChoices(inUse.filter(each => each.type === type))
    const [expenses, incomes] = [ofType('expense'), ofType('income')]
    return {
      lookups,
      category: id => categories.get(standing(id)),
      account: id => accounts.get(standing(id)) ?? '',
      categories: {
        expense: [...expenses, ...incomes],
        income: [...incomes, ...expenses],
      },
      members: (lookups?.members ?? [])
        .filter(({ archived }) => archived !== true)
        .map(({ _id, name }) => ({ id: _id, name })),
      // A row has the name of its payee, who may be new.
      payees: [
        ...new Set(
          lookups?.payees
            .filter(({ archived }) => archived !== true)
            .map(({ name }) => name),
        ),
      ].map(name => ({ id: name, name })),
      createCategory,
    }
  }, [lookups, createCategory])
}
