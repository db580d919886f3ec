import {
  IconArrowsLeftRight,
  IconBuildingStore,
  IconCalendar,
  IconCategory,
  IconHash,
  IconTrash,
  IconUser,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { PartsChoice } from '@ourmoney/shared/transaction/recategorise.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { Check } from '../../ui/check.tsx'
import type { Choice } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { today } from '../../ui/dates.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { useWords } from '../../words/words.ts'
import { TagsDialog } from './tags-dialog.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type SelectionBarProps = {
  readonly count: number
  readonly names: Names
  readonly onEdit: (set: Readonly<Record<string, unknown>>) => void
  readonly onTag: (tags: {
    readonly put: readonly string[]
    readonly take: readonly string[]
  }) => void
  readonly onCategory: (
    category: string | undefined,
    parts: PartsChoice,
  ) => void
  /** There are two, which may become one transfer. */
  readonly onJoin: (() => void) | undefined
  readonly onRemove: () => void
  readonly onClear: () => void
}

const fields = ['category', 'payee', 'date', 'member', 'tags'] as const
type Field = (typeof fields)[number]

const looks = {
  category: { words: 'transactions.setCategory', Icon: IconCategory },
  payee: { words: 'names.payee', Icon: IconBuildingStore },
  date: { words: 'transactions.setDate', Icon: IconCalendar },
  member: { words: 'transactions.setMember', Icon: IconUser },
  tags: { words: 'common.tags', Icon: IconHash },
} as const

/** What can be done to many at once. */
export default function SelectionBar({
  count,
  names,
  onEdit,
  onTag,
  onCategory,
  onJoin,
  onRemove,
  onClear,
}: SelectionBarProps) {
  const { t } = useWords()
  const [field, setField] = useState<Field>()
  return (
    <div className={styles['selection']} role="toolbar">
      <strong>{t('transactions.selected', { count })}</strong>
      {fields.map(each => {
        const { words, Icon } = looks[each]
        return (
          <Button key={each} onPress={() => setField(each)}>
            <Icon size={18} aria-hidden />
            {t(words)}
          </Button>
        )
      })}
      {onJoin !== undefined && (
        <Button onPress={onJoin}>
          <IconArrowsLeftRight size={18} aria-hidden />
          {t('transfers.join')}
        </Button>
      )}
      <Button kind="danger" onPress={onRemove}>
        <IconTrash size={18} aria-hidden />
        {t('common.delete')}
      </Button>
      <IconButton
        label={t('transactions.clearSelection')}
        shortcut="Esc"
        onPress={onClear}
      >
        <IconX size={20} aria-hidden />
      </IconButton>
      {field === 'tags' && (
        <TagsDialog
          known={names.lookups?.tags ?? []}
          onApply={tags => {
            setField(undefined)
            onTag(tags)
          }}
          onClose={() => setField(undefined)}
        />
      )}
      {field !== undefined && field !== 'tags' && (
        <OneField
          field={field}
          names={names}
          onApply={(value, parts) => {
            setField(undefined)
            if (field === 'category') onCategory(value, parts)
            else onEdit({ [field]: value })
          }}
          onClose={() => setField(undefined)}
        />
      )}
    </div>
  )
}

/** Chosen on purpose, so that an empty field takes nothing away. */
const none = 'none'

type OneFieldProps = {
  readonly field: Exclude<Field, 'tags'>
  readonly names: Names
  readonly onApply: (value: string | undefined, parts: PartsChoice) => void
  readonly onClose: () => void
}

function OneField({ field, names, onApply, onClose }: OneFieldProps) {
  const { t } = useWords()
  const [value, setValue] = useState<string | undefined>(
    field === 'date' ? today() : undefined,
  )
  const [isForParts, setForParts] = useState(false)
  const { lookups } = names
  const choices = {
    category: () =>
      categoryChoices((lookups?.categories ?? []).filter(isInUse)),
    payee: () => named(lookups?.payees),
    member: () => named(lookups?.members),
    date: () => [],
  }[field]()
  const label = t(looks[field].words)
  return (
    <Dialog
      title={label}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      {field === 'date' ? (
        <DateField label={label} value={value ?? ''} onChange={setValue} />
      ) : (
        <ComboField
          label={label}
          value={value}
          choices={[{ id: none, name: t('common.none') }, ...choices]}
          onChange={setValue}
        />
      )}
      {field === 'category' && (
        <Check isSelected={isForParts} onChange={setForParts}>
          {t('splits.changeParts')}
        </Check>
      )}
      <DialogActions>
        <Button
          kind="primary"
          isDisabled={!value}
          onPress={() =>
            onApply(
              value === none ? undefined : value,
              isForParts ? 'change' : 'leave',
            )
          }
        >
          {t('transactions.apply')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

type Named = {
  readonly _id: string
  readonly name: string
  readonly archived?: boolean | undefined
}

function named(docs: readonly Named[] | undefined): readonly Choice[] {
  return (docs ?? [])
    .filter(isInUse)
    .map(({ _id, name }) => ({ id: _id, name }))
}

function isInUse({ archived }: Pick<Named, 'archived'>): boolean {
  return archived !== true
}
