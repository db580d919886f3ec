import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './names.module.css'
import type { Category, Payee } from './use-names-acts.ts'
import { useNewName } from './use-new-name.ts'

type PayeeDialogProps = {
  /** None for a new one. */
  readonly payee: Payee | undefined
  readonly payees: readonly Payee[]
  readonly categories: readonly Category[]
  readonly onSave: (fields: Pick<Payee, 'name' | 'category'>) => void
  readonly onClose: () => void
}

export function PayeeDialog(props: PayeeDialogProps) {
  const { payee, payees, categories, onSave, onClose } = props
  const { t } = useWords()
  const name = useNewName(payee, payees)
  const [category, setCategory] = useState(payee?.category)

  return (
    <Dialog
      title={payee === undefined ? t('names.newPayee') : t('names.editPayee')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm
        onSubmit={() => {
          const given = name.read()
          if (given === undefined) return
          onSave({ name: given, category })
          onClose()
        }}
      >
        <TextField {...name.field} autoFocus />
        <ComboField
          label={t('names.setDefault')}
          value={category}
          placeholder={t('common.none')}
          choices={categoryChoices(
            categories.filter(
              each => each._id === category || each.archived !== true,
            ),
          )}
          onChange={setCategory}
        />
        <p className={styles['quiet']}>{t('names.defaultNote')}</p>
        <DialogActions>
          <Button type="submit" kind="primary">
            {t('common.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
