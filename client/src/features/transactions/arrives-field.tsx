import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import { useView } from '../../data/hooks.tsx'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { dayName } from '../../ui/dates.ts'
import { rateWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import { computedOf } from './computed-amount.ts'
import styles from './parts.module.css'

type ArrivesFieldProps = {
  /** What leaves, as far as it can be read. */
  readonly minor: number | undefined
  readonly currency: string
  readonly toCurrency: string
  readonly date: string
  readonly value: string
  readonly issue: string | undefined
  readonly onChange: (text: string) => void
}

/** What comes into an account of another currency; the rate of the day offers an amount, a person takes or writes one. */
export function ArrivesField(props: ArrivesFieldProps) {
  const { minor, currency, toCurrency, date, value, issue, onChange } = props
  const { t, locale } = useWords()
  const found = useView({
    view: 'rateOn',
    currency,
    into: toCurrency,
    date,
  })
  const rate = found?.rate
  const offered =
    rate === undefined || minor === undefined
      ? undefined
      : convertMinor(minor, currency, toCurrency, [rate])
  const typed = parseAmount(value, { currency: toCurrency, locale })
  const ofDay = (day: string) =>
    dayName(day, locale, {
      today: t('common.today'),
      yesterday: t('common.yesterday'),
    })
  const isTaken = typed.ok && typed.value === offered
  return (
    <div className={styles['arrives']}>
      <AmountField
        label={`${t('transfers.arrives')} (${toCurrency})`}
        value={value}
        onChange={onChange}
        issue={issue}
        computed={computedOf(value, toCurrency, locale)}
      />
      {rate !== undefined && (
        <p
          className={
            value === '' && issue === undefined ? styles['instead'] : ''
          }
        >
          <span>
            {rateWords(rate, t, locale)}
            {rate.date !== date && ` · ${ofDay(rate.date)}`}
          </span>
          {offered !== undefined && offered !== 0 && !isTaken && (
            <Button
              kind="plain"
              onPress={() =>
                onChange(
                  formatMoney(offered, toCurrency, locale, { bare: true }),
                )
              }
            >
              {t('transfers.useRate', {
                amount: formatMoney(offered, toCurrency, locale),
              })}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
