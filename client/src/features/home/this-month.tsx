import { WithoutRates } from '../../acts/without-rates.tsx'
import type { MonthsAnswer } from '../../data/views/sums.ts'
import { Amount } from '../../ui/amount.tsx'
import { periodName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

type ThisMonthProps = {
  readonly months: MonthsAnswer
  readonly month: string
  readonly currency: string
}

/** What came in and went out this month, and what is left of it. */
export function ThisMonth({ months, month, currency }: ThisMonthProps) {
  const { t, locale } = useWords()
  const sums = months.months.at(-1)?.base
  const income = sums?.incomeMinor ?? 0
  const spent = sums?.expenseMinor ?? 0
  return (
    <section className={styles['card']}>
      <h1>{periodName(month, locale)}</h1>
      <dl className={styles['sums']}>
        <div>
          <dt>{t('home.left')}</dt>
          <dd>
            <Amount
              minor={income - spent}
              currency={currency}
              locale={locale}
            />
          </dd>
        </div>
        <div>
          <dt>{t('home.income')}</dt>
          <dd>
            <Amount minor={income} currency={currency} locale={locale} />
          </dd>
        </div>
        <div>
          <dt>{t('home.spent')}</dt>
          <dd>
            <Amount minor={spent} currency={currency} locale={locale} />
          </dd>
        </div>
      </dl>
      <WithoutRates missing={sums?.missing ?? []} filter={{ period: month }} />
    </section>
  )
}
