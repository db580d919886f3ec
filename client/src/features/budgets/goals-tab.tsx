import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconDots,
  IconFlag,
  IconPlus,
} from '@tabler/icons-react'
import { useState } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { useMayWrite, Writers } from '../../acts/may-write.tsx'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import { useView } from '../../data/hooks.tsx'
import type { GoalState } from '../../data/views/plans.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { longDate, shortDate, today } from '../../ui/dates.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Meter } from '../../ui/meter.tsx'
import { EmptyState, Mark, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './budgets.module.css'
import type { TabProps } from './budgets-tab.tsx'
import { GoalDialog } from './goal-dialog.tsx'
import { usePlanActs } from './use-plan-acts.ts'

/** What is saved for, and how far it is. */
export function GoalsTab({ lookups, dialog, onOpen }: TabProps) {
  const { t } = useWords()
  const [day] = useState(today)
  const mayWrite = useMayWrite()
  const answer = useView({ view: 'goalProgress', today: day })
  if (answer === undefined) return <Waiting label={t('common.loading')} />
  const { goals } = answer
  const open = goals.filter(({ doc }) => doc.archived !== true)
  const away = goals.filter(({ doc }) => doc.archived === true)
  const edited = goals.find(({ doc }) => doc._id === dialog)
  const add = (
    <Writers>
      <Button kind="primary" onPress={() => onOpen('')}>
        <IconPlus size={18} aria-hidden />
        {t('budgets.newGoal')}
      </Button>
    </Writers>
  )
  return (
    <div className={styles['tab']}>
      {goals.length === 0 ? (
        <EmptyState
          icon={<IconFlag size={48} stroke={1.25} aria-hidden />}
          title={t('budgets.noGoals')}
          words={t('budgets.noGoalsWords')}
        >
          {add}
        </EmptyState>
      ) : (
        <>
          <header className={styles['head']}>
            <h2>{t('budgets.goals')}</h2>
            {add}
          </header>
          <Goals goals={open} onOpen={onOpen} />
          {away.length > 0 && (
            <section className={styles['tab']}>
              <h3>{t('budgets.away')}</h3>
              <Goals goals={away} onOpen={onOpen} />
            </section>
          )}
        </>
      )}
      {mayWrite && (edited !== undefined || dialog === '') && (
        <GoalDialog
          key={edited?.doc._id ?? 'new'}
          edits={edited?.doc}
          lookups={lookups}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  )
}

type GoalsProps = Pick<TabProps, 'onOpen'> & {
  readonly goals: readonly GoalState[]
}

function Goals({ goals, onOpen }: GoalsProps) {
  return (
    <ul className={styles['rows']}>
      {goals.map(goal => (
        <li key={goal.doc._id}>
          <GoalRow goal={goal} onEdit={() => onOpen(goal.doc._id)} />
        </li>
      ))}
    </ul>
  )
}

const looks = {
  reached: { tone: 'good', Icon: IconCircleCheck },
  'on-course': { tone: 'good', Icon: IconCircleCheck },
  behind: { tone: 'warning', Icon: IconAlertTriangle },
  missed: { tone: 'bad', Icon: IconAlertTriangle },
  unknown: { tone: 'quiet', Icon: IconCircleDashed },
} as const satisfies Record<GoalState['progress']['state'], object>

type GoalRowProps = { readonly goal: GoalState; readonly onEdit: () => void }

function GoalRow({ goal, onEdit }: GoalRowProps) {
  const { t, locale } = useWords()
  const { doc, progress, isUnlinked } = goal
  const { state, savedMinor, neededMinor, usualMinor, projected } = progress
  const money = (minor: number) => formatMoney(minor, doc.currency, locale)
  const { tone, Icon } = looks[state]
  const amounts = {
    spent: money(savedMinor),
    available: money(doc.targetMinor),
  }
  const isOpen = state !== 'reached' && !isUnlinked
  return (
    <div className={`${styles['budget']} ${styles['goal']}`}>
      <div className={styles['name']}>
        <strong dir="auto">{doc.name}</strong>
        <small>
          {doc.date === undefined
            ? money(doc.targetMinor)
            : `${money(doc.targetMinor)} ${t('budgets.until', { date: longDate(doc.date, locale) })}`}
        </small>
      </div>
      <div className={styles['left']}>
        {state !== 'reached' && (
          <strong>
            {t('budgets.left', { amount: money(progress.leftMinor) })}
          </strong>
        )}
        <Mark
          icon={<Icon size={16} aria-hidden />}
          words={t(`budgets.goal_${state}`)}
          tone={tone}
        />
      </div>
      <GoalMenu goal={goal} onEdit={onEdit} />
      <div className={styles['meter']}>
        <Meter
          words={`${doc.name}: ${t('budgets.spentOf', amounts)}, ${t(`budgets.goal_${state}`)}`}
          filled={progress.reachedBasisPoints ?? 0}
          tone={tone === 'quiet' ? 'good' : tone}
        />
        <p>
          <span>{t('budgets.spentOf', amounts)}</span>
          {isUnlinked && (
            <span className={styles['warning']}>{t('budgets.unlinked')}</span>
          )}
          {isOpen && neededMinor !== undefined && (
            <span>{t('budgets.needed', { amount: money(neededMinor) })}</span>
          )}
          {isOpen && usualMinor !== undefined && (
            <span>{t('budgets.usual', { amount: money(usualMinor) })}</span>
          )}
          {isOpen && usualMinor !== undefined && (
            <span>
              {projected === undefined
                ? t('budgets.neverReached')
                : t('budgets.reachedOn', {
                    date: shortDate(projected.date, locale),
                  })}
            </span>
          )}
        </p>
      </div>
    </div>
  )
}

function GoalMenu({ goal, onEdit }: GoalRowProps) {
  const { t } = useWords()
  const acts = usePlanActs()
  const historyOf = useHistoryEntry()
  const mayWrite = useMayWrite()
  const { doc } = goal
  const writing: readonly MenuEntry[] = [
    { id: 'edit', name: t('common.edit'), onPress: onEdit },
    {
      id: 'archive',
      name: t(doc.archived === true ? 'budgets.unarchive' : 'budgets.archive'),
      onPress: () => void acts.archive(doc),
    },
    {
      id: 'delete',
      name: t('common.delete'),
      isDanger: true,
      onPress: () => void acts.remove(doc, doc.name),
    },
  ]
  return (
    <Menu
      label={t('budgets.more', { name: doc.name })}
      entries={[...(mayWrite ? writing : []), historyOf(doc._id)]}
    >
      <IconButton label={t('budgets.more', { name: doc.name })}>
        <IconDots size={20} aria-hidden />
      </IconButton>
    </Menu>
  )
}
