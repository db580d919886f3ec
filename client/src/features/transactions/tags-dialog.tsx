import { useState } from 'react'
import { readTags } from '@ourmoney/shared/transaction/parse-draft.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'

type TagsDialogProps = {
  /** Tags of the ledger. */
  readonly known: readonly string[]
  readonly onApply: (tags: {
    readonly put: readonly string[]
    readonly take: readonly string[]
  }) => void
  readonly onClose: () => void
}

const mostOffered = 8

/** Tags to put on all that are selected, and tags to take off them. */
export function TagsDialog({ known, onApply, onClose }: TagsDialogProps) {
  const { t } = useWords()
  const [put, setPut] = useState('')
  const [take, setTake] = useState('')
  const tags = { put: readTags(put), take: readTags(take) }
  const isEmpty = tags.put.length + tags.take.length === 0
  return (
    <Dialog
      title={t('common.tags')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm
        onSubmit={() => {
          if (!isEmpty) onApply(tags)
        }}
      >
        <TagsField
          label={t('names.addTags')}
          note={t('names.addTagsNote')}
          known={known}
          value={put}
          onChange={setPut}
          autoFocus
        />
        <TagsField
          label={t('names.removeTags')}
          known={known}
          value={take}
          onChange={setTake}
        />
        <DialogActions>
          <Button kind="primary" type="submit" isDisabled={isEmpty}>
            {t('transactions.apply')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}

type TagsFieldProps = {
  readonly label: string
  readonly note?: string | undefined
  readonly known: readonly string[]
  readonly value: string
  readonly onChange: (text: string) => void
  readonly autoFocus?: boolean | undefined
}

function TagsField({ known, value, onChange, ...field }: TagsFieldProps) {
  const typed = readTags(value)
  const others = known.filter(tag => !typed.includes(tag)).slice(0, mostOffered)
  return (
    <>
      <TextField {...field} value={value} onChange={onChange} />
      {others.length > 0 && (
        <div className={styles['suggestions']}>
          {others.map(tag => (
            <Chip key={tag} onPress={() => onChange([...typed, tag].join(' '))}>
              #{tag}
            </Chip>
          ))}
        </div>
      )}
    </>
  )
}
