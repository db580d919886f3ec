import { useState } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { readTags } from '@ourmoney/shared/transaction/parse-draft.ts'
import type { ReviewRow, RowChange } from '../../data/statements.ts'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { flowOf, type ImportNames } from './use-import-names.ts'

type MendDialogProps = {
  readonly row: ReviewRow
  readonly names: ImportNames
  readonly onSave: (change: RowChange) => void
  readonly onClose: () => void
}

/** Everything about a row, to be changed before it comes in. */
export function MendDialog({ row, names, onSave, onClose }: MendDialogProps) {
  const { t, locale } = useWords()
  const { fields, currency, issue } = row
  const [date, setDate] = useState<string>(fields?.date ?? '')
  const [amount, setAmount] = useState(
    fields === undefined
      ? ''
      : formatMoney(fields.minor, currency, locale, { bare: true }),
  )
  const [description, setDescription] = useState(fields?.description ?? '')
  const [category, setCategory] = useState(fields?.category)
  const [payee, setPayee] = useState(fields?.payee)
  const [member, setMember] = useState(fields?.member)
  const [tags, setTags] = useState(fields?.tags.join(' ') ?? '')
  const [notes, setNotes] = useState(fields?.notes ?? '')
  const [wasTried, setTried] = useState(false)
  const read = parseAmount(amount, { currency, locale })
  const flow = flowOf(read.ok ? read.value : undefined)
  const payees =
    payee === undefined || names.payees.some(({ id }) => id === payee)
      ? names.payees
      : [{ id: payee, name: payee }, ...names.payees]

  function save() {
    setTried(true)
    if (date === '' || !read.ok) return
    onSave({
      date,
      minor: read.value,
      description: description.trim().slice(0, 500),
      // What was left alone keeps what the file and the rules say of it.
      ...(category !== fields?.category && { category }),
      ...(payee !== fields?.payee && { payee }),
      ...(member !== fields?.member && { member }),
      tags: readTags(tags),
      notes: notes.trim() === '' ? undefined : notes.slice(0, 4096),
    })
  }

  return (
    <Dialog
      title={t('imports.mendRow', { row: row.row })}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={save}>
        {issue !== undefined && (
          <Notice>
            {t(`imports.issue_${issue.code}`, { found: issue.found })}
          </Notice>
        )}
        <figure className={styles['raw']}>
          <figcaption>{t('imports.raw')}</figcaption>
          <code dir="auto">{row.raw}</code>
        </figure>
        <div className={styles['two']}>
          <DateField
            label={t('common.date')}
            value={date}
            onChange={setDate}
            issue={wasTried && date === '' ? t('imports.needsDate') : undefined}
          />
          <TextField
            label={t('common.amount')}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
            issue={
              wasTried && !read.ok
                ? t(`problems.draft_${read.failure.code}`)
                : undefined
            }
            note={
              read.ok
                ? formatMoney(read.value, currency, locale, { sign: 'always' })
                : undefined
            }
          />
        </div>
        <TextField
          label={t('common.description')}
          value={description}
          onChange={setDescription}
        />
        <div className={styles['two']}>
          <ComboField
            label={t('common.category')}
            value={category}
            choices={names.categories[flow]}
            onChange={setCategory}
            onCreate={typed =>
              void names.createCategory(typed, flow).then(setCategory)
            }
            create={typed => t('imports.newCategory', { name: typed })}
          />
          <ComboField
            label={t('names.payee')}
            value={payee}
            choices={payees}
            onChange={setPayee}
            onCreate={setPayee}
            create={typed => typed}
          />
        </div>
        <div className={styles['two']}>
          <ComboField
            label={t('common.member')}
            value={member}
            choices={names.members}
            onChange={setMember}
          />
          <TextField
            label={t('common.tags')}
            note={t('imports.tagsNote')}
            value={tags}
            onChange={setTags}
          />
        </div>
        <TextField
          label={t('common.notes')}
          value={notes}
          onChange={setNotes}
          isMultiline
        />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('common.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
