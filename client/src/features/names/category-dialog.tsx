import { useState } from 'react'
import { canStand, categoryTree } from '@ourmoney/shared/category/tree.ts'
import { Button } from '../../ui/button.tsx'
import { colourOf } from '../../ui/category-icon.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { LookFields } from './look-fields.tsx'
import type { Category } from './use-names-acts.ts'
import { useNewName } from './use-new-name.ts'

/** What the dialog gives; a category that is there keeps its type. */
export type CategoryFields = Pick<
  Category,
  'name' | 'type' | 'icon' | 'colour' | 'parent'
>

type CategoryDialogProps = {
  /** None for a new one. */
  readonly category: Category | undefined
  readonly categories: readonly Category[]
  readonly onSave: (fields: CategoryFields) => void
  readonly onClose: () => void
}

const top = 'top'

export function CategoryDialog(props: CategoryDialogProps) {
  const { category, categories, onSave, onClose } = props
  const { t } = useWords()
  const [type, setType] = useState(category?.type ?? 'expense')
  const [icon, setIcon] = useState(category?.icon)
  const [colour, setColour] = useState(category?.colour)
  const [parent, setParent] = useState(category?.parent)
  const name = useNewName(
    category,
    categories.filter(each => each.type === type),
  )
  const above = categoryTree(categories)
    .map(branch => branch.category)
    .filter(
      each =>
        each.type === type &&
        each.archived !== true &&
        (category === undefined ||
          canStand(categories, category._id, each._id)),
    )

  function save() {
    const given = name.read()
    if (given === undefined) return
    const isThere = above.some(({ _id }) => _id === parent)
    onSave({
      name: given,
      type,
      icon,
      colour,
      parent: isThere ? parent : undefined,
    })
    onClose()
  }

  return (
    <Dialog
      title={
        category === undefined
          ? t('names.newCategory')
          : t('names.editCategory')
      }
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={save}>
        {category === undefined && (
          <Segments
            label={t('common.type')}
            value={type}
            choices={(['expense', 'income'] as const).map(id => ({
              id,
              name: t(`common.${id}`),
            }))}
            onChange={setType}
          />
        )}
        <TextField {...name.field} autoFocus />
        <ChoiceField
          label={t('names.under')}
          note={
            category !== undefined && above.length === 0
              ? t('names.underNote')
              : undefined
          }
          value={above.some(({ _id }) => _id === parent) ? parent : top}
          choices={[
            { id: top, name: t('names.top') },
            ...above.map(each => ({ id: each._id, name: each.name })),
          ]}
          onChange={id => setParent(id === top ? undefined : id)}
        />
        <LookFields
          icon={icon}
          colour={colour ?? colourOf(category?._id ?? '')}
          onIcon={setIcon}
          onColour={setColour}
        />
        <DialogActions>
          <Button type="submit" kind="primary">
            {t('common.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
