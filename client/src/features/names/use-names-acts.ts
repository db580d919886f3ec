import { moveCategory, type Spot } from '@ourmoney/shared/category/tree.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { Change, NewDoc } from '../../data/changes.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { useWords } from '../../words/words.ts'
import { usualCategories } from '../../words/usual-categories.ts'

export type Category = LookupsAnswer['categories'][number]
export type Payee = LookupsAnswer['payees'][number]
type Named = { readonly _id: string; readonly name: string }

/** Acts on names; each says what failed, and each can be undone. */
export function useNamesActs() {
  const { t } = useWords()
  const { save } = useActs()

  function edit(id: string, set: Readonly<Record<string, unknown>>): Change {
    return { change: 'edit', target: { ids: [id] }, set }
  }

  return {
    create: (doc: NewDoc) => save([{ change: 'create', doc }]),
    createUsual: () =>
      save(
        usualCategories.map(({ words, ...category }, order) => ({
          change: 'create',
          doc: { kind: 'category', ...category, name: t(words), order },
        })),
      ),
    edit: (id: string, set: Readonly<Record<string, unknown>>) =>
      save([edit(id, set)]),
    move: (categories: readonly Category[], id: string, spot: Spot) =>
      save(
        [...moveCategory(categories, id, spot)].map(([moved, set]) =>
          edit(moved, set),
        ),
      ),
    archive: ({ _id, name }: Named) =>
      save([edit(_id, { archived: true })], t('names.archivedDone', { name })),
    unarchive: ({ _id }: Named) => save([edit(_id, { archived: undefined })]),
    remove: ({ _id, name }: Named) =>
      save(
        [{ change: 'remove', target: { ids: [_id] } }],
        t('names.deletedDone', { name }),
      ),
    takeOff: (tag: string) =>
      save(
        [
          {
            change: 'tag',
            target: { filter: { tags: [tag] }, except: [] },
            put: [],
            take: [tag],
          },
        ],
        t('names.takenOff', { name: tag }),
      ),
  }
}
