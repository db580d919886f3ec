import {
  IconCheck,
  IconCircleDashed,
  IconMinus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { useDueActs } from '../../acts/use-due-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { Occurrence, RecurringRule } from '../../data/views/recurring.ts'
import { Button } from '../../ui/button.tsx'
import { longDate, shortDate, today } from '../../ui/dates.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Mark } from '../../ui/states.tsx'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { rhythmWords } from '../../words/rhythm-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './recurring.module.css'
import { useRecurringActs } from './use-recurring-acts.ts'

/** Of the days that it was due on. */
const mostDays = 12

type RuleFactsProps = {
  readonly rule: RecurringRule
  readonly lookups: LookupsAnswer
  readonly onEdit: () => void
  readonly onClose: () => void
}

/** A rule, what came of it, and what can be done with it. */
export function RuleFacts({ rule, lookups, onEdit, onClose }: RuleFactsProps) {
  const { t, locale } = useWords()
  const acts = useRecurringActs()
  const { doc, draft, next, state } = rule
  const nameOf = (
    docs: readonly { readonly _id: string; readonly name: string }[],
    id: string | undefined,
  ) => docs.find(({ _id }) => _id === id)?.name
  const facts = [
    [t('recurring.how'), rhythmWords(doc.rrule, doc.start, t, locale)],
    [
      t('recurring.nextOn'),
      next === undefined || state !== 'active'
        ? undefined
        : longDate(next, locale),
    ],
    [t('recurring.postedBy'), t(`recurring.post_${doc.post}`)],
    [t('common.category'), nameOf(lookups.categories, draft?.category)],
    [t('names.payee'), nameOf(lookups.payees, draft?.payee)],
    [t('common.account'), nameOf(lookups.accounts, draft?.account)],
    [t('common.toAccount'), nameOf(lookups.accounts, draft?.toAccount)],
    [t('common.member'), nameOf(lookups.members, draft?.member)],
    [t('common.tags'), draft?.tags?.join(', ')],
  ] as const
  const isStopped = doc.paused !== undefined || doc.stopped !== undefined
  return (
    <Dialog
      title={doc.name}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <div className={styles['facts']}>
        {draft !== undefined && (
          <span className={styles['figure']}>
            <TransactionAmount
              type={draft.type}
              minor={draft.minor}
              currency={draft.currency}
              locale={locale}
            />
          </span>
        )}
        <dl>
          {facts.map(([name, value]) =>
            value ? (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <Occurrences rule={rule} />
      </div>
      <Writers>
        <DialogActions>
          <Button
            kind="danger"
            onPress={() => {
              void acts.remove(rule)
              onClose()
            }}
          >
            <IconTrash size={18} aria-hidden />
            {t('common.delete')}
          </Button>
          {state === 'active' && (
            <Button onPress={() => void acts.pause(rule)}>
              {t('recurring.pause')}
            </Button>
          )}
          {isStopped && (
            <Button onPress={() => void acts.resume(rule)}>
              {t('recurring.resume')}
            </Button>
          )}
          <Button kind="primary" onPress={onEdit}>
            <IconPencil size={18} aria-hidden />
            {t('common.edit')}
          </Button>
        </DialogActions>
      </Writers>
    </Dialog>
  )
}

function Occurrences({ rule }: { readonly rule: RecurringRule }) {
  const { t } = useWords()
  const answer = useView({
    view: 'occurrences',
    id: rule.doc._id,
    today: today(),
    most: mostDays,
  })
  if (answer === undefined) return null
  return (
    <section>
      <h3>{t('recurring.history')}</h3>
      {answer.days.length === 0 ? (
        <p className={styles['quiet']}>{t('recurring.noHistory')}</p>
      ) : (
        <ul className={styles['days']}>
          {answer.days.map(day => (
            <li key={day.date}>
              <Day day={day} rule={rule} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const icons = {
  posted: IconCheck,
  skipped: IconMinus,
  deleted: IconTrash,
  due: IconCircleDashed,
} as const

type DayProps = { readonly day: Occurrence; readonly rule: RecurringRule }

function Day({ day, rule }: DayProps) {
  const { t, locale } = useWords()
  const acts = useDueActs()
  const { date, state, posted, id } = day
  const { draft, doc } = rule
  const Icon = icons[state]
  const on = shortDate(date, locale)
  return (
    <>
      <span>{on}</span>
      <Mark
        icon={<Icon size={16} aria-hidden />}
        words={t(`recurring.state_${state}`)}
        tone={
          state === 'posted' ? 'good' : state === 'due' ? 'warning' : 'quiet'
        }
      />
      <span className={styles['dayEnd']}>
        {posted !== undefined && draft !== undefined && (
          <Link to={`/transactions?record=${id}`}>
            <TransactionAmount
              type={draft.type}
              minor={posted.minor}
              currency={draft.currency}
              locale={locale}
            />
          </Link>
        )}
        {draft !== undefined && (
          <Writers>
            {state === 'due' && (
              <>
                <Button
                  kind="plain"
                  label={t('recurring.skipOf', { name: doc.name, date: on })}
                  onPress={() => void acts.skip(rule, date)}
                >
                  {t('recurring.skip')}
                </Button>
                <Button
                  kind="plain"
                  label={t('recurring.postOf', { name: doc.name, date: on })}
                  onPress={() => void acts.post(rule, date)}
                >
                  {t('recurring.post')}
                </Button>
              </>
            )}
            {state === 'skipped' && (
              <Button kind="plain" onPress={() => void acts.unskip(rule, date)}>
                {t('recurring.unskip')}
              </Button>
            )}
            {state === 'deleted' && (
              <Button kind="plain" onPress={() => void acts.post(rule, date)}>
                {t('recurring.bringBack')}
              </Button>
            )}
          </Writers>
        )}
      </span>
    </>
  )
}
