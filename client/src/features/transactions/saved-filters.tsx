import { IconStar, IconTrash } from '@tabler/icons-react'
import { memo, useState } from 'react'
import {
  filterFromSearch,
  filterToSearch,
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { PopoverChip } from './popover-chip.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type SavedFiltersProps = {
  readonly filter: TransactionFilter
  readonly names: Names
  readonly onChange: (filter: TransactionFilter) => void
}

export const SavedFilters = memo(function SavedFilters({
  filter,
  names,
  onChange,
}: SavedFiltersProps) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite()
  const [isNaming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const saved = names.lookups?.savedFilters ?? []

  async function save() {
    const query = filterToSearch(filter)
    const doc = { kind: 'savedFilter', name: name.trim(), query } as const
    const receipt = await acts.save(
      [{ change: 'create', doc }],
      t('transactions.filterSaved'),
    )
    if (receipt === undefined) return
    setNaming(false)
    setName('')
  }

  function remove(id: string) {
    return acts.save(
      [{ change: 'remove', target: { ids: [id] } }],
      t('transactions.filterDeleted'),
    )
  }

  return (
    <>
      {(saved.length > 0 || (mayWrite && !isEmptyFilter(filter))) && (
        <PopoverChip
          words={t('transactions.savedFilters')}
          label={t('transactions.savedFilters')}
          isOn={false}
        >
          {saved.map(each => (
            <div key={each._id} className={styles['tools']}>
              <Button
                kind="plain"
                onPress={() => onChange(filterFromSearch(each.query))}
              >
                <IconStar size={16} aria-hidden />
                <span dir="auto">{each.name}</span>
              </Button>
              {mayWrite && (
                <IconButton
                  label={t('transactions.deleteFilter', { name: each.name })}
                  onPress={() => void remove(each._id)}
                >
                  <IconTrash size={16} aria-hidden />
                </IconButton>
              )}
            </div>
          ))}
          {mayWrite && !isEmptyFilter(filter) && (
            <Button onPress={() => setNaming(true)}>
              {t('transactions.saveFilter')}
            </Button>
          )}
        </PopoverChip>
      )}
      <Dialog
        title={t('transactions.saveFilter')}
        closeLabel={t('common.close')}
        isOpen={isNaming}
        onClose={() => setNaming(false)}
      >
        <DialogForm
          onSubmit={() => {
            if (name.trim() !== '') void save()
          }}
        >
          <TextField
            label={t('transactions.filterName')}
            value={name}
            onChange={setName}
            autoFocus
          />
          <DialogActions>
            <Button
              type="submit"
              kind="primary"
              isDisabled={name.trim() === ''}
            >
              {t('common.save')}
            </Button>
          </DialogActions>
        </DialogForm>
      </Dialog>
    </>
  )
})
