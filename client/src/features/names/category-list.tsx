import { useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { aloneId } from '@ourmoney/shared/category/choice.ts'
import { ConflictMark } from '../../acts/conflict-mark.tsx'
import { useMayWrite } from '../../acts/may-write.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { DragHandle } from '../../ui/drag-handle.tsx'
import { useWords } from '../../words/words.ts'
import { useCategoryEntries } from './category-entries.ts'
import { NameRow } from './name-row.tsx'
import styles from './names.module.css'
import type { CategoryRow, TabProps } from './tab.ts'
import { useCategoryDrag } from './use-category-drag.ts'
import { useNamesActs, type Category } from './use-names-acts.ts'

type CategoryListProps = Pick<TabProps, 'names' | 'onMerge'> & {
  readonly label: string
  readonly categories: readonly Category[]
  readonly rows: readonly CategoryRow[]
  /** All of them stand in their order, so they can be moved. */
  readonly isOrdered: boolean
  readonly onEdit: (category: Category) => void
}

/** Categories in their order; dragged by the handle, with a pointer or from the keyboard. */
export function CategoryList(props: CategoryListProps) {
  const { label, categories, rows, names, onEdit } = props
  const mayWrite = useMayWrite()
  const isOrdered = mayWrite && props.isOrdered
  const { t } = useWords()
  const acts = useNamesActs()
  const [renaming, setRenaming] = useState<string>()
  const drag = useCategoryDrag(categories, rows, isOrdered)
  const entriesOf = useCategoryEntries(props, setRenaming)
  return (
    <GridList
      className={styles['rows'] ?? ''}
      aria-label={label}
      items={rows.map(row => ({ ...row, id: row.category._id }))}
      dependencies={[names, renaming, isOrdered, categories]}
      dragAndDropHooks={drag}
      keyboardNavigationBehavior="tab"
      disallowTypeAhead
    >
      {({ category, isChild }) => (
        <GridListItem
          id={category._id}
          textValue={category.name}
          className={`${styles['row']} ${isChild ? styles['child'] : ''}`}
        >
          <NameRow
            name={category.name}
            mark={<ConflictMark doc={category} />}
            count={names.uses[category._id] ?? 0}
            filter={{ categories: [countedId(category, categories)] }}
            isRenaming={renaming === category._id}
            entries={entriesOf(category)}
            onRename={name => void acts.edit(category._id, { name })}
            onRenaming={isOn => setRenaming(isOn ? category._id : undefined)}
          >
            {isOrdered ? (
              <DragHandle label={t('names.move', { name: category.name })} />
            ) : (
              <span />
            )}
            <button
              type="button"
              className={styles['look']}
              disabled={!mayWrite}
              aria-label={`${t('names.look')}: ${category.name}`}
              onClick={() => onEdit(category)}
            >
              <CategoryIcon
                icon={category.icon}
                colour={category.colour ?? colourOf(category._id)}
              />
            </button>
          </NameRow>
        </GridListItem>
      )}
    </GridList>
  )
}

/** What is counted is the category's own, without what is below it. */
function countedId({ _id }: Category, all: readonly Category[]): string {
  return all.some(({ parent }) => parent === _id) ? aloneId(_id) : _id
}
