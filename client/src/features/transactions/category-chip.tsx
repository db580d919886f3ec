import {
  bareId,
  chosenOf,
  isAlone,
  spreadChoice,
  toggleChoice,
} from '@ourmoney/shared/category/choice.ts'
import { categoryTree } from '@ourmoney/shared/category/tree.ts'
import { Check } from '../../ui/check.tsx'
import { useWords } from '../../words/words.ts'
import { PopoverChip } from './popover-chip.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type CategoryChipProps = {
  readonly value: readonly string[] | undefined
  readonly names: Names
  readonly onChange: (value: readonly string[] | undefined) => void
}

/** Which categories a list is of. */
export function CategoryChip({
  value = [],
  names,
  onChange,
}: CategoryChipProps) {
  const { t } = useWords()
  const label = t('transactions.anyCategory')

  function nameOf(chosen: string): string {
    if (chosen === 'none') return t('common.noCategory')
    const name = names.category(bareId(chosen))?.name ?? chosen
    return isAlone(chosen) ? t('transactions.categoryAlone', { name }) : name
  }

  const [first] = value
  const more = value.length > 1 ? ` +${value.length - 1}` : ''
  return (
    <PopoverChip
      words={first === undefined ? label : `${nameOf(first)}${more}`}
      label={label}
      isOn={value.length > 0}
    >
      <CategoryTicks
        value={value}
        categories={names.lookups?.categories ?? []}
        onChange={next => onChange(next.length > 0 ? next : undefined)}
      />
    </PopoverChip>
  )
}

type CategoryTicksProps = {
  readonly value: readonly string[]
  readonly categories: Parameters<typeof toggleChoice>[2]
  readonly onChange: (value: readonly string[]) => void
}

/** One is ticked with all below it, and any of these can be left out. */
function CategoryTicks({ value, categories, onChange }: CategoryTicksProps) {
  const { t } = useWords()
  const spread = new Set(spreadChoice(value, categories))

  function tick(id: string, name: string, below: readonly string[] = []) {
    const chosen = chosenOf(spread, [id, ...below])
    return (
      <Check
        key={id}
        isSelected={chosen === 'all'}
        isPartly={chosen === 'some'}
        onChange={() => onChange(toggleChoice(value, id, categories))}
      >
        <span dir="auto">{name}</span>
      </Check>
    )
  }

  return (
    <div className={styles['options']}>
      {tick('none', t('common.noCategory'))}
      {categoryTree(categories).map(({ category: { _id, name }, children }) =>
        children.length === 0 ? (
          tick(_id, name)
        ) : (
          <div
            key={_id}
            className={styles['options']}
            role="group"
            aria-label={name}
          >
            {tick(
              _id,
              name,
              children.map(child => child._id),
            )}
            <div className={styles['below']}>
              {children.map(child => tick(child._id, child.name))}
            </div>
          </div>
        ),
      )}
    </div>
  )
}
