import {
  IconCalendarPlus,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { Button } from 'react-aria-components/Button'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Amount } from '../../ui/amount.tsx'
import { IconButton } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { useTemplateActs, type Template } from './use-template-acts.ts'

type TemplateRowProps = {
  readonly template: Template
  readonly lookups: LookupsAnswer
  readonly onUse: () => void
  readonly onRename: () => void
}

export function TemplateRow(props: TemplateRowProps) {
  const { template, lookups, onUse, onRename } = props
  const { t, locale } = useWords()
  const acts = useTemplateActs()
  const historyOf = useHistoryEntry()
  const { name } = template
  const fields = acts.fieldsOf(template)
  const nameIn = (
    all: readonly { readonly _id: string; readonly name: string }[],
    id: string | undefined,
  ) => all.find(({ _id }) => _id === id)?.name
  const category = lookups.categories.find(({ _id }) => _id === fields.category)
  const about = [
    fields.description === name ? undefined : fields.description,
    category?.name,
    nameIn(lookups.accounts, fields.account),
    nameIn(lookups.accounts, fields.toAccount),
  ].filter(Boolean)
  const { minor = 0, currency, type } = fields
  const shownMinor = type === 'expense' ? -minor : minor
  return (
    <div className={styles['template']}>
      <Button
        className={styles['line'] ?? ''}
        aria-label={t('capture.useTemplate', { name })}
        onPress={onUse}
      >
        <CategoryIcon
          icon={type === 'transfer' ? 'transfer' : category?.icon}
          colour={category?.colour ?? colourOf(category?._id ?? '')}
        />
        <span className={styles['lineName']}>
          <span dir="auto">{name}</span>
          <small dir="auto">{about.join(' · ')}</small>
        </span>
        {minor !== 0 && currency !== undefined && (
          <Amount
            minor={shownMinor}
            currency={currency}
            locale={locale}
            sign={type === 'transfer' ? 'never' : 'always'}
            isIncome={type === 'income'}
          />
        )}
      </Button>
      <Menu
        label={t('capture.moreOf', { name })}
        entries={[
          ...(acts.isWhole(template)
            ? [
                {
                  id: 'today',
                  name: t('capture.addToday'),
                  icon: <IconCalendarPlus size={18} aria-hidden />,
                  onPress: () => void acts.addToday(template),
                },
              ]
            : []),
          {
            id: 'rename',
            name: t('capture.renameTemplate'),
            icon: <IconPencil size={18} aria-hidden />,
            onPress: onRename,
          },
          historyOf(template._id),
          {
            id: 'delete',
            name: t('common.delete'),
            icon: <IconTrash size={18} aria-hidden />,
            isDanger: true,
            onPress: () => void acts.remove(template),
          },
        ]}
      >
        <IconButton label={t('capture.moreOf', { name })}>
          <IconDots size={20} aria-hidden />
        </IconButton>
      </Menu>
    </div>
  )
}
