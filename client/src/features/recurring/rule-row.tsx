import { IconDots } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useDueActs } from '../../acts/use-due-acts.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringRule } from '../../data/views/recurring.ts'
import { IconButton } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { shortDate } from '../../ui/dates.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { rhythmWords } from '../../words/rhythm-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './recurring.module.css'
import { useRecurringActs } from './use-recurring-acts.ts'

type RuleRowProps = {
  readonly rule: RecurringRule
  readonly lookups: LookupsAnswer
}

export function RuleRow({ rule, lookups }: RuleRowProps) {
  const { t, locale } = useWords()
  const { doc, draft } = rule
  const category = lookups.categories.find(({ _id }) => _id === draft?.category)
  return (
    <div className={styles['row']}>
      <CategoryIcon
        icon={draft?.type === 'transfer' ? 'transfer' : category?.icon}
        colour={category?.colour ?? colourOf(draft?.category ?? doc._id)}
      />
      <div className={styles['what']}>
        <Link to={`/recurring?rule=${doc._id}`} dir="auto">
          {doc.name}
        </Link>
        <small>
          {rhythmWords(doc.rrule, doc.start, t, locale)} ·{' '}
          <StateWords rule={rule} />
        </small>
        {draft === undefined && (
          <small className={styles['warning']}>
            {t('recurring.unfinished')}
          </small>
        )}
      </div>
      <span className={styles['amount']}>
        {draft !== undefined && (
          <TransactionAmount
            type={draft.type}
            minor={draft.minor}
            currency={draft.currency}
            locale={locale}
          />
        )}
      </span>
      <RuleMenu rule={rule} />
    </div>
  )
}

function StateWords({ rule }: { readonly rule: RecurringRule }) {
  const { t, locale } = useWords()
  const { doc, state, next } = rule
  if (state === 'paused') {
    return t('recurring.pausedSince', {
      date: shortDate(doc.paused ?? doc.start, locale),
    })
  }
  if (state === 'ended' || next === undefined) {
    return doc.stopped === undefined
      ? t('recurring.over')
      : t('recurring.endedOn', { date: shortDate(doc.stopped, locale) })
  }
  return t('recurring.next', { date: shortDate(next, locale) })
}

/** What can be done with a rule. */
function RuleMenu({ rule }: { readonly rule: RecurringRule }) {
  const { t } = useWords()
  const acts = useRecurringActs()
  const dues = useDueActs()
  const [, setSearch] = useSearchParams()
  const historyOf = useHistoryEntry()
  const mayWrite = useMayWrite()
  const { doc, state, next, draft } = rule
  const nextEntries: readonly MenuEntry[] =
    next === undefined || draft === undefined || state !== 'active'
      ? []
      : [
          {
            id: 'post',
            name: t('recurring.postNow'),
            onPress: () => void dues.post(rule, next),
          },
          {
            id: 'skip',
            name: t('recurring.skipNext'),
            onPress: () => void dues.skip(rule, next),
          },
        ]
  const writing: readonly MenuEntry[] = [
    ...nextEntries,
    {
      id: 'edit',
      name: t('common.edit'),
      onPress: () => setSearch({ edit: doc._id }),
    },
    ...(state === 'active'
      ? [
          {
            id: 'pause',
            name: t('recurring.pause'),
            onPress: () => void acts.pause(rule),
          },
          {
            id: 'end',
            name: t('recurring.end'),
            onPress: () => void acts.end(rule),
          },
        ]
      : [
          {
            id: 'resume',
            name: t('recurring.resume'),
            onPress: () => void acts.resume(rule),
          },
        ]),
    {
      id: 'delete',
      name: t('common.delete'),
      note: t('recurring.deleteNote'),
      isDanger: true,
      onPress: () => void acts.remove(rule),
    },
  ]
  return (
    <Menu
      label={t('recurring.more', { name: doc.name })}
      entries={[...(mayWrite ? writing : []), historyOf(doc._id)]}
    >
      <IconButton label={t('recurring.more', { name: doc.name })}>
        <IconDots size={20} aria-hidden />
      </IconButton>
    </Menu>
  )
}
