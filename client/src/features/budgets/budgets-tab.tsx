import {
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconPlus,
  IconTargetArrow,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  isPeriod,
  monthOf,
  periodRange,
  shiftMonth,
} from '@ourmoney/shared/calendar/period.ts'
import { useMayWrite, Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { periodName, today } from '../../ui/dates.ts'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { weekStartIn } from '../../ui/week-start.ts'
import { useWords } from '../../words/words.ts'
import { BudgetDialog } from './budget-dialog.tsx'
import { BudgetRow, OtherBudgets } from './budget-row.tsx'
import { StateSummary } from './state-summary.tsx'
import styles from './budgets.module.css'
import { usePlanActs } from './use-plan-acts.ts'

export type TabProps = {
  readonly lookups: LookupsAnswer
  /** The id of what is edited, empty for a new one. */
  readonly dialog: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** How budgets stand this month, or in another one. */
export function BudgetsTab({ lookups, dialog, onOpen }: TabProps) {
  const { t, locale } = useWords()
  const [search, setSearch] = useSearchParams()
  const acts = usePlanActs()
  const mayWrite = useMayWrite()
  const [day] = useState(today)
  const firstDay = lookups.ledger?.firstDay ?? 1
  const thisMonth = monthOf(day, firstDay)
  const asked = search.get('month') ?? ''
  const month = isPeriod(asked) && asked.length === 7 ? asked : thisMonth
  // Of a month that is not this one its last day, so that weeks show their last.
  const on = month === thisMonth ? day : periodRange(month, firstDay).to
  const weekStart = weekStartIn(locale)
  const progress = useView({
    view: 'budgetProgress',
    today: day,
    on,
    weekStart,
  })
  if (progress === undefined) return <Waiting label={t('common.loading')} />

  function show(next: string) {
    setSearch(
      now => {
        if (next === thisMonth) now.delete('month')
        else now.set('month', next)
        return now
      },
      { replace: true },
    )
  }

  const { budgets, others, copies } = progress
  const edited = [...budgets.map(({ doc }) => doc), ...others].find(
    ({ _id }) => _id === dialog,
  )
  const isBare = budgets.length === 0 && others.length === 0
  const add = (
    <Writers>
      <Button kind="primary" onPress={() => onOpen('')}>
        <IconPlus size={18} aria-hidden />
        {t('budgets.new')}
      </Button>
    </Writers>
  )
  return (
    <div className={styles['tab']}>
      {isBare ? (
        <EmptyState
          icon={<IconTargetArrow size={48} stroke={1.25} aria-hidden />}
          title={t('budgets.emptyTitle')}
          words={t('budgets.emptyWords')}
        >
          {add}
        </EmptyState>
      ) : (
        <>
          <header className={styles['head']}>
            <div className={styles['month']}>
              <h2>{periodName(month, locale)}</h2>
              <IconButton
                label={t('budgets.previous')}
                onPress={() => show(shiftMonth(month, -1))}
              >
                <IconChevronLeft size={20} aria-hidden />
              </IconButton>
              <IconButton
                label={t('budgets.next')}
                onPress={() => show(shiftMonth(month, 1))}
              >
                <IconChevronRight size={20} aria-hidden />
              </IconButton>
            </div>
            {add}
          </header>
          <StateSummary budgets={budgets} today={day} />
          {copies.length > 0 && (
            <Writers>
              <Button onPress={() => void acts.copy(copies)}>
                <IconCopy size={18} aria-hidden />
                {t('budgets.copy', { count: copies.length })}
              </Button>
            </Writers>
          )}
          {budgets.length === 0 ? (
            <p className={styles['quiet']}>{t('budgets.emptyThen')}</p>
          ) : (
            <ul className={styles['rows']}>
              {budgets.map(each => (
                <li key={each.doc._id}>
                  <BudgetRow
                    progress={each}
                    today={day}
                    lookups={lookups}
                    onEdit={() => onOpen(each.doc._id)}
                  />
                </li>
              ))}
            </ul>
          )}
          {others.length > 0 && (
            <OtherBudgets
              budgets={others}
              lookups={lookups}
              onEdit={({ _id }) => onOpen(_id)}
            />
          )}
        </>
      )}
      {mayWrite && (edited !== undefined || dialog === '') && (
        <BudgetDialog
          key={edited?._id ?? 'new'}
          edits={edited}
          on={on}
          lookups={lookups}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  )
}
