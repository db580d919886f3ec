import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
} from '@tabler/icons-react'
import { countStates } from '@ourmoney/shared/budget/budget-state.ts'
import type { BudgetProgress } from '../../data/views/plans.ts'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './budgets.module.css'

type StateSummaryProps = {
  readonly budgets: readonly BudgetProgress[]
  readonly today: string
}

/** How many are over, at risk and on course, in words. */
export function StateSummary({ budgets, today }: StateSummaryProps) {
  const { t } = useWords()
  const { over, fast, fine } = countStates(budgets, today)
  return (
    <p className={styles['summary']}>
      {over > 0 && (
        <Mark
          icon={<IconCircleX size={16} aria-hidden />}
          words={t('budgets.sum_over', { count: over })}
          tone="bad"
        />
      )}
      {fast > 0 && (
        <Mark
          icon={<IconAlertTriangle size={16} aria-hidden />}
          words={t('budgets.sum_fast', { count: fast })}
          tone="warning"
        />
      )}
      {fine > 0 && (
        <Mark
          icon={<IconCircleCheck size={16} aria-hidden />}
          words={t('budgets.sum_fine', { count: fine })}
          tone="good"
        />
      )}
      {budgets.some(({ pace }) => pace !== undefined) && (
        <small className={styles['legend']}>{t('budgets.even')}</small>
      )}
    </p>
  )
}
