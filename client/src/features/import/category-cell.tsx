import { IconSparkles, IconTool } from '@tabler/icons-react'
import type { ReviewRow, RowChange } from '../../data/statements.ts'
import { Button } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { useWords } from '../../words/words.ts'
import { percentOf } from './because-words.ts'
import styles from './import.module.css'
import { flowOf, type ImportNames } from './use-import-names.ts'

type CategoryCellProps = {
  readonly row: ReviewRow
  /** What the row is called. */
  readonly name: string
  readonly names: ImportNames
  readonly isChoosing: boolean
  readonly onChange: (row: ReviewRow, change: RowChange) => void
  readonly onMend: (row: ReviewRow) => void
  readonly onChoose: (row: number | undefined) => void
}

/** The category of a row, to be chosen where it stands; what is suggested is one press away. */
export function CategoryCell(props: CategoryCellProps) {
  const { row, name, names, isChoosing, onChange, onMend, onChoose } = props
  const { t, locale } = useWords()
  const { fields, suggestion } = row
  if (fields === undefined) {
    return (
      <span className={styles['category']}>
        <Button onPress={() => onMend(row)}>
          <IconTool size={18} aria-hidden />
          {t('imports.mend')}
        </Button>
      </span>
    )
  }
  const flow = flowOf(fields.minor)
  if (isChoosing) {
    return (
      <span className={styles['category']}>
        <ComboField
          label={t('common.category')}
          value={fields.category}
          choices={names.categories[flow]}
          onChange={category => {
            onChange(row, { category })
            onChoose(undefined)
          }}
          onCreate={typed =>
            void names.createCategory(typed, flow).then(category => {
              if (category !== undefined) onChange(row, { category })
              onChoose(undefined)
            })
          }
          create={typed => t('imports.newCategory', { name: typed })}
          hasHiddenLabel
          autoFocus
        />
      </span>
    )
  }
  const category = names.category(fields.category)
  const suggested = names.category(suggestion?.category)
  const percent = percentOf(suggestion?.confidence ?? 0, locale)
  const called = category?.name ?? row.newCategory ?? t('common.noCategory')
  return (
    <span className={styles['category']}>
      {category === undefined && suggested !== undefined && (
        <Chip
          label={t('imports.suggestionLabel', {
            name: suggested.name,
            percent,
            row: name,
          })}
          onPress={() => onChange(row, { category: suggested._id })}
        >
          <IconSparkles size={16} aria-hidden />
          <bdi>{suggested.name}</bdi> {percent}
        </Chip>
      )}
      <Chip
        label={t('imports.categoryOf', { name, category: called })}
        onPress={() => onChoose(row.row)}
      >
        {category !== undefined && (
          <CategoryIcon
            icon={category.icon}
            colour={category.colour ?? colourOf(category._id)}
            isSmall
          />
        )}
        <bdi>{called}</bdi>
      </Chip>
    </span>
  )
}
