import { categoryTree, type Category } from '@ourmoney/shared/category/tree.ts'
import { CategoryIcon, colourOf } from './category-icon.tsx'
import type { Choice } from './choice-field.tsx'

/** Categories to choose from, each before those below it. */
export function categoryChoices(
  categories: readonly Category[],
): readonly Choice[] {
  return categoryTree(categories).flatMap(({ category, children }) => [
    choiceOf(category),
    ...children.map(child => ({ ...choiceOf(child), below: category.name })),
  ])
}

function choiceOf({ _id, name, icon, colour }: Category): Choice {
  return {
    id: _id,
    name,
    icon: <CategoryIcon icon={icon} colour={colour ?? colourOf(_id)} isSmall />,
  }
}
