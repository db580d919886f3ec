import { Link } from 'react-router'
import { monthOf } from '@ourmoney/shared/calendar/period.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { Before } from '@ourmoney/shared/report/compared.ts'
import type { SafeToSpend } from '@ourmoney/shared/report/safe-to-spend.ts'
import { WithoutRates } from '../../acts/without-rates.tsx'
import type { SumsAnswer } from '../../data/views/reports.ts'
import { Amount } from '../../ui/amount.tsx'
import { daysName, periodName, shortMonthAndYear } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import { figuresOf, type Figure, type FigureId } from './figures.ts'
import styles from './home.module.css'
import type { HomePeriods } from './home-periods.ts'
import { Safe } from './safe.tsx'

type ThisPeriodProps = {
  readonly sums: SumsAnswer
  readonly periods: HomePeriods
  readonly firstDay: number
  readonly safe: SafeToSpend | undefined
  readonly isSafeKnown: boolean
}

const reportOf: Readonly<Record<FigureId, string>> = {
  left: '/reports/flow',
  spent: '/reports/spending',
  income: '/reports/income',
  saved: '/reports/savings',
}

/** What came in and went out this month, beside others, and what is left of it for each day. */
export function ThisPeriod(props: ThisPeriodProps) {
  const { sums, periods, firstDay, safe, isSafeKnown } = props
  const { t, locale } = useWords()
  const [now, ...befores] = sums.spans
  if (now === undefined) return null
  const month = monthOf(periods.period.from, firstDay)
  return (
    <section className={`${styles['card']} ${styles['period']}`}>
      <header className={styles['periodHead']}>
        <h1>{periodName(month, locale)}</h1>
        <p className={styles['label']}>
          {t('home.daysLeft', { count: periods.daysLeft })}
        </p>
      </header>
      <ul className={styles['figures']}>
        {figuresOf(now, befores).map(figure => (
          <li key={figure.id}>
            <Link to={`${reportOf[figure.id]}?period=${month}`}>
              {t(`home.${figure.id}`)}
            </Link>
            <Value figure={figure} currency={sums.currency} />
            {figure.changes.map((change, at) => (
              <Change
                key={at}
                figure={figure.id}
                change={change}
                currency={sums.currency}
                before={periods.befores[at]}
                firstDay={firstDay}
              />
            ))}
          </li>
        ))}
      </ul>
      <WithoutRates missing={now.missing} filter={{ period: month }} />
      <Safe
        safe={safe}
        isKnown={isSafeKnown}
        daysLeft={periods.daysLeft}
        currency={sums.currency}
      />
    </section>
  )
}

type ValueProps = { readonly figure: Figure; readonly currency: string }

function Value({ figure: { id, value }, currency }: ValueProps) {
  const { locale } = useWords()
  return (
    <strong>
      {id === 'saved' ? (
        percent(value, locale)
      ) : (
        <Amount minor={value ?? 0} currency={currency} locale={locale} />
      )}
    </strong>
  )
}

type ChangeProps = {
  readonly figure: FigureId
  readonly change: number | undefined
  readonly currency: string
  readonly before: Before | undefined
  readonly firstDay: number
}

/** `+€120.00 on October 2026`, by as many days of it. */
function Change(props: ChangeProps) {
  const { figure, change, currency, before, firstDay } = props
  const { t, locale } = useWords()
  if (change === undefined || before === undefined) return null
  const name = shortMonthAndYear(monthOf(before.period.from, firstDay), locale)
  const { from, to } = before.days
  const amount =
    figure === 'saved'
      ? t('home.points', {
          count: Math.round(Math.abs(change) / 100),
          points: signed(change / 100, locale),
        })
      : formatMoney(change, currency, locale, { sign: 'always' })
  return (
    <small title={daysName(from, to, locale)}>
      {change === 0
        ? t('home.asIn', { name })
        : t('home.changeOn', { amount: amount.replace('-', '−'), name })}
    </small>
  )
}

function percent(basisPoints: number | undefined, locale: string): string {
  if (basisPoints === undefined) return '–'
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  })
    .format(basisPoints / 10_000)
    .replace('-', '−')
}

function signed(points: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format(points)
}
