import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import type { ShoppingItem } from '@ourmoney/shared/shopping/purchase.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'

type ItemDialogProps = {
  readonly item: ShoppingItem
  readonly categories: LookupsAnswer['categories']
  readonly currency: string
  readonly onSave: (set: Readonly<Record<string, unknown>>) => Promise<unknown>
  readonly onRemove: () => Promise<unknown>
  readonly onClose: () => void
}

export function ItemDialog(props: ItemDialogProps) {
  const { item, categories, currency, onSave, onRemove, onClose } = props
  const { t, locale } = useWords()
  const [name, setName] = useState(item.name)
  const [quantity, setQuantity] = useState(item.quantity ?? '')
  const [category, setCategory] = useState(item.category)
  const [price, setPrice] = useState(
    item.expectedMinor === undefined
      ? ''
      : formatMoney(item.expectedMinor, currency, locale, { bare: true }),
  )
  const [isTried, setTried] = useState(false)
  const amount = parseAmount(price, { currency, locale })
  const isBare = price.trim() === ''
  const priceIssue =
    isBare || (amount.ok && amount.value >= 0)
      ? undefined
      : amount.ok
        ? t('problems.draft_not-an-amount')
        : t(`problems.draft_${amount.failure.code}`)

  function save() {
    setTried(true)
    if (name.trim() === '' || priceIssue !== undefined) return
    void onSave({
      name: name.trim().slice(0, 120),
      quantity: quantity.trim().slice(0, 40) || undefined,
      category,
      expectedMinor: !isBare && amount.ok ? amount.value : undefined,
    })
    onClose()
  }

  return (
    <Dialog
      title={t('shopping.editTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={save}>
        <TextField
          label={t('shopping.name')}
          value={name}
          onChange={setName}
          issue={
            isTried && name.trim() === '' ? t('shopping.needsName') : undefined
          }
        />
        <TextField
          label={t('shopping.quantity')}
          value={quantity}
          onChange={setQuantity}
        />
        <ComboField
          label={t('common.category')}
          value={category}
          placeholder={t('common.noCategory')}
          choices={categoryChoices(
            categories.filter(
              each =>
                each._id === category ||
                (each.archived !== true && each.type === 'expense'),
            ),
          )}
          onChange={setCategory}
        />
        <AmountField
          label={t('shopping.expectedPrice', { currency })}
          value={price}
          onChange={setPrice}
          issue={isTried ? priceIssue : undefined}
        />
        <DialogActions>
          <Button
            kind="danger"
            onPress={() => {
              void onRemove()
              onClose()
            }}
          >
            <IconTrash size={18} aria-hidden />
            {t('common.delete')}
          </Button>
          <Link to={`/history/${item._id}`}>{t('history.ofRecord')}</Link>
          <Button type="submit" kind="primary">
            {t('common.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
