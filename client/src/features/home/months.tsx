import { IconChartBar, IconTable } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { periodRange } from '@ourmoney/shared/calendar/period.ts'
import {
  addMissing,
  type MissingRates,
} from '@ourmoney/shared/report/base-totals.ts'
import { WithoutRates } from '../../acts/without-rates.tsx'
import type { MonthsAnswer } from '../../data/views/sums.ts'
import { IconButton } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'
import { MonthsTable } from './months-table.tsx'
import { spentByMonth } from './spent-by-month.ts'

const MonthsChart = later(() => import('./months-chart.tsx'))
const noneMissing: readonly MissingRates[] = []

type MonthsProps = {
  readonly months: MonthsAnswer
  readonly currency: string
  readonly firstDay: number
}

/** The last months beside each other, drawn or as numbers. */
export function Months({ months, currency, firstDay }: MonthsProps) {
  const { t, locale } = useWords()
  const [isTable, setTable] = useState(false)
  const bars = spentByMonth(months)
  const isSpent = bars.some(({ spentMinor }) => spentMinor !== 0)
  const first = months.months[0]?.month
  const last = months.months.at(-1)?.month
  return (
    <section className={styles['card']}>
      <header className={styles['head']}>
        <h2>{t('home.lastMonths')}</h2>
        {isSpent && (
          <IconButton
            label={isTable ? t('home.asChart') : t('home.asTable')}
            onPress={() => setTable(!isTable)}
          >
            {isTable ? (
              <IconChartBar size={20} aria-hidden />
            ) : (
              <IconTable size={20} aria-hidden />
            )}
          </IconButton>
        )}
      </header>
      {!isSpent ? (
        <p className={styles['label']}>{t('home.nothingSpent')}</p>
      ) : isTable ? (
        <MonthsTable bars={bars} currency={currency} />
      ) : (
        <Suspense fallback={<div className={styles['chart']} />}>
          <MonthsChart bars={bars} currency={currency} locale={locale} />
        </Suspense>
      )}
      {first !== undefined && last !== undefined && (
        <WithoutRates
          missing={months.months.reduce(
            (sum, { base }) => addMissing(sum, base.missing),
            noneMissing,
          )}
          filter={{
            from: periodRange(first, firstDay).from,
            to: periodRange(last, firstDay).to,
          }}
        />
      )}
    </section>
  )
}
