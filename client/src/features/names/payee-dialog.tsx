import { useState } from 'react'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { Button } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './names.module.css'
import type { Category, Payee } from './use-names-acts.ts'

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
  const [name, setName] = useState(payee?.name ?? '')
  const [category, setCategory] = useState(payee?.category)
  const [isTried, setTried] = useState(false)
  const isTaken = payees.some(
    each =>
      each._id !== payee?._id && foldText(each.name) === foldText(name.trim()),
  )
  const issue =
    name.trim() === ''
      ? t('names.needsName')
      : isTaken
        ? t('names.nameTaken')
        : undefined

  return (
    <Dialog
      title={payee === undefined ? t('names.newPayee') : t('names.editPayee')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm
        onSubmit={() => {
          setTried(true)
          if (issue !== undefined) return
          onSave({ name: name.trim().slice(0, 120), category })
          onClose()
        }}
      >
        <TextField
          label={t('names.name')}
          value={name}
          onChange={setName}
          issue={isTried ? issue : undefined}
          autoFocus
        />
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
