import { categoryTree } from '@ourmoney/shared/category/tree.ts'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import type { TabProps } from './tab.ts'
import { entryIcons } from './entry-icons.tsx'
import { useNamesActs, type Category } from './use-names-acts.ts'

type EntriesProps = Pick<TabProps, 'names' | 'onMerge'> & {
  readonly categories: readonly Category[]
  readonly isOrdered: boolean
  readonly onEdit: (category: Category) => void
}

/** What can be done with a category. */
export function useCategoryEntries(
  { categories, names, isOrdered, onEdit, onMerge }: EntriesProps,
  onRename: (id: string) => void,
): (category: Category) => readonly MenuEntry[] {
  const { t } = useWords()
  const acts = useNamesActs()
  const historyOf = useHistoryEntry()
  return category => {
    const { _id, name } = category
    const isArchived = category.archived === true
    const { parent, before, after } = neighboursOf(categories, category)
    return [
      {
        id: 'rename',
        name: t('names.rename'),
        icon: entryIcons.rename,
        onPress: () => onRename(_id),
      },
      historyOf(_id),
      {
        id: 'look',
        name: t('names.look'),
        icon: entryIcons.look,
        onPress: () => onEdit(category),
      },
      ...(isOrdered && before !== undefined
        ? [
            {
              id: 'up',
              name: t('names.moveUp'),
              icon: entryIcons.up,
              onPress: () =>
                void acts.move(categories, _id, { parent, before }),
            },
          ]
        : []),
      ...(isOrdered && after !== undefined
        ? [
            {
              id: 'down',
              name: t('names.moveDown'),
              icon: entryIcons.down,
              onPress: () =>
                void acts.move(categories, _id, {
                  parent,
                  before: after.before,
                }),
            },
          ]
        : []),
      {
        id: 'merge',
        name: t('names.merge'),
        icon: entryIcons.merge,
        onPress: () => onMerge({ of: 'category', from: _id, name }),
      },
      isArchived
        ? {
            id: 'unarchive',
            name: t('names.unarchive'),
            icon: entryIcons.unarchive,
            onPress: () => void acts.unarchive(category),
          }
        : {
            id: 'archive',
            name: t('names.archive'),
            icon: entryIcons.archive,
            onPress: () => void acts.archive(category),
          },
      ...(names.uses[_id] === undefined
        ? [
            {
              id: 'delete',
              name: t('common.delete'),
              icon: entryIcons.delete,
              isDanger: true,
              onPress: () => void acts.remove(category),
            },
          ]
        : []),
    ]
  }
}

/** Who stands before and behind it among those that are shown. */
function neighboursOf(
  categories: readonly Category[],
  { _id, type }: Category,
) {
  const tree = categoryTree(
    categories.filter(
      each =>
        each.type === type && (each.archived !== true || each._id === _id),
    ),
  )
  const branch = tree.find(({ children }) =>
    children.some(child => child._id === _id),
  )
  const row = branch?.children ?? tree.map(({ category }) => category)
  const at = row.findIndex(each => each._id === _id)
  return {
    parent: branch?.category._id,
    before: row[at - 1]?._id,
    after: row[at + 1] && { before: row[at + 2]?._id },
  }
}
