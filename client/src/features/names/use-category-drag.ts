import { useRef } from 'react'
import {
  useDragAndDrop,
  type DragAndDropHooks,
} from 'react-aria-components/useDragAndDrop'
import { canStand, type Spot } from '@ourmoney/shared/category/tree.ts'
import type { CategoryRow } from './tab.ts'
import { useNamesActs, type Category } from './use-names-acts.ts'

type Item = CategoryRow & { readonly id: string }
type Place = 'before' | 'after' | 'on'

/** Dragging a category between others, or onto one to stand below it. */
export function useCategoryDrag(
  categories: readonly Category[],
  rows: readonly CategoryRow[],
  isOrdered: boolean,
): DragAndDropHooks<Item> {
  const acts = useNamesActs()
  const dragged = useRef<string>(undefined)

  function drop(target: string, place: Place): void {
    const spot = spotOf(rows, target, place)
    if (dragged.current === undefined) return
    void acts.move(categories, dragged.current, spot)
  }

  const { dragAndDropHooks } = useDragAndDrop<Item>({
    isDisabled: !isOrdered,
    getItems: (_, items) =>
      items.map(({ category }) => ({ 'text/plain': category.name })),
    onDragStart: ({ keys }) => {
      dragged.current = String([...keys][0])
    },
    getDropOperation: target => {
      const id = dragged.current
      if (target.type !== 'item' || id === undefined) return 'cancel'
      if (!rows.some(({ category }) => category._id === id)) return 'cancel'
      const { parent } = spotOf(rows, String(target.key), target.dropPosition)
      return canStand(categories, id, parent) ? 'move' : 'cancel'
    },
    onReorder: ({ target }) => drop(String(target.key), target.dropPosition),
    onItemDrop: ({ target }) => drop(String(target.key), 'on'),
  })
  return dragAndDropHooks
}

/** Where that is in the tree; right behind a parent stand those below it. */
function spotOf(
  rows: readonly CategoryRow[],
  target: string,
  place: Place,
): Spot {
  const at = rows.findIndex(({ category }) => category._id === target)
  const parentAt = (index: number) =>
    rows[index]?.isChild === true
      ? rows.slice(0, index).findLast(row => !row.isChild)?.category._id
      : undefined
  if (place === 'on') return { parent: target, before: undefined }
  if (place === 'before') return { parent: parentAt(at), before: target }
  const next = rows[at + 1]
  if (next === undefined) return { parent: parentAt(at), before: undefined }
  // Behind the last one below a parent is still below it.
  return rows[at]?.isChild === true && !next.isChild
    ? { parent: parentAt(at), before: undefined }
    : { parent: parentAt(at + 1), before: next.category._id }
}
