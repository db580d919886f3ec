import { IconCoinOff } from '@tabler/icons-react'
import { memo } from 'react'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import type { DaySpan } from '../../data/views/transactions.ts'
import { Amount } from '../../ui/amount.tsx'
import { dayName } from '../../ui/dates.ts'
import { Mark } from '../../ui/states.tsx'
import { withoutWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'

type DayHeadProps = {
  readonly day: DaySpan
  readonly currency: string
  /** What came in less what went out; in an account the balance tells. */
  readonly hasNet: boolean
  /** Where its rows stand: the head stays in sight as long as one of them does. */
  readonly start: number
  readonly size: number
}

export const DayHead = memo(function DayHead({
  day,
  currency,
  hasNet,
  start,
  size,
}: DayHeadProps) {
  const { t, locale } = useWords()
  const { incomeMinor, expenseMinor, missing = [] } = day
  const without = withoutWords(missing, {}, t, locale)
  return (
    <div
      className={styles['day']}
      style={{ insetBlockStart: start, blockSize: size }}
      role="listitem"
    >
      <div className={styles['dayHead']}>
        <h2>
          {dayName(fromDayNumber(day.day), locale, {
            today: t('common.today'),
            yesterday: t('common.yesterday'),
          })}
        </h2>
        {hasNet && (
          <span className={styles['dayNet']}>
            <Amount
              minor={incomeMinor - expenseMinor}
              currency={currency}
              locale={locale}
              sign="always"
            />
            {without !== undefined && (
              <Mark
                icon={<IconCoinOff size={16} aria-hidden />}
                words={without.words}
                tone="warning"
                isSmall
              />
            )}
          </span>
        )}
      </div>
    </div>
  )
})
