import type { DaySpan } from '../../data/ledger.ts'
import { Amount } from '../../ui/amount.tsx'
import { dayName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'

type DayHeadProps = {
  readonly day: DaySpan
  readonly currency: string
  /** Where its rows stand: the head stays in sight as long as one of them does. */
  readonly start: number
  readonly size: number
}

export function DayHead({ day, currency, start, size }: DayHeadProps) {
  const { t, locale } = useWords()
  const { date, incomeMinor, expenseMinor } = day
  return (
    <div
      className={styles['day']}
      style={{ insetBlockStart: start, blockSize: size }}
      role="listitem"
    >
      <div className={styles['dayHead']}>
        <h2>
          {dayName(date, locale, {
            today: t('common.today'),
            yesterday: t('common.yesterday'),
          })}
        </h2>
        <Amount
          minor={incomeMinor - expenseMinor}
          currency={currency}
          locale={locale}
          sign="always"
        />
      </div>
    </div>
  )
}
