import { IconCoinOff } from '@tabler/icons-react'
import { readRate } from '@ourmoney/shared/rate/read-rate.ts'
import { Button } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { TextField } from '../../ui/text-field.tsx'
import { rateWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'
import type { RateLineState } from './use-form-rate.ts'

/** `1 USD = 0.92 EUR · 20 November 2026 · Change`, or a field for another rate. */
export function RateLine(props: RateLineState) {
  const { base, quote, kept, isOlder, typed, issue, onType } = props
  const { t, locale } = useWords()
  if (typed !== undefined) {
    const read = readRate(typed, base, quote, locale)
    return (
      <div className={styles['rateField']}>
        <TextField
          label={t('currencies.oneIs', { base, quote })}
          value={typed}
          onChange={onType}
          inputMode="decimal"
          issue={issue && t(`currencies.rate_${issue}`)}
          note={read.ok ? rateWords(read.value, t, locale) : undefined}
          autoFocus
        />
        <Button kind="plain" onPress={props.onAutomatic}>
          {t('currencies.automatic')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles['rateLine']}>
      {kept === undefined ? (
        <>
          <IconCoinOff size={16} aria-hidden />
          <span>{t('currencies.noRateYet')}</span>
        </>
      ) : (
        <span>
          {rateWords(kept, t, locale)}
          {isOlder && ` · ${longDate(kept.date, locale)}`}
        </span>
      )}
      <Button kind="plain" onPress={props.onChange}>
        {kept === undefined
          ? t('currencies.giveRate')
          : t('currencies.changeRate')}
      </Button>
    </div>
  )
}
