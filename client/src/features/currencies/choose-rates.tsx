import { useState } from 'react'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { validDays } from '@ourmoney/shared/rate/rate-table.ts'
import type { RatesChoice, RatesFile } from '../../data/files.ts'
import type { CurrenciesAnswer } from '../../data/views/rates.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { longDate, today } from '../../ui/dates.ts'
import { DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { currencyName } from '../../words/currency-choices.ts'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'

type ChooseRatesProps = {
  readonly found: RatesFile
  readonly answer: CurrenciesAnswer
  readonly onBack: () => void
  readonly onChoice: (choice: RatesChoice) => void
}

/** More than these are felt on a phone. */
const manyRates = 20_000

/** What of the file is wanted: by default what the ledger uses, since it began. */
export function ChooseRates(props: ChooseRatesProps) {
  const { found, answer, onBack, onChoice } = props
  const { t, locale } = useWords()
  const used = new Set(answer.inUse.map(({ currency }) => currency))
  const inFile = found.currencies.map(({ currency }) => currency)
  const [chosen, setChosen] = useState(inFile.filter(code => used.has(code)))
  const first = found.days[0] ?? today()
  const last = found.days.at(-1) ?? today()
  const [from, setFrom] = useState(startFor(answer.firstDate, first, last))
  const [to, setTo] = useState(last)

  const days = found.days.filter(day => day >= from && day <= to).length
  const upTo = days * chosen.length
  const isWrongWay = from > to
  const list = (codes: readonly string[]) => (
    <div className={styles['checks']}>
      {codes.map(code => (
        <Check
          key={code}
          isSelected={chosen.includes(code)}
          onChange={isOn =>
            setChosen(
              isOn ? [...chosen, code] : chosen.filter(each => each !== code),
            )
          }
        >
          <strong className={styles['code']}>{code}</strong>
          <NameOf code={code} />
        </Check>
      ))}
    </div>
  )
  const others = inFile.filter(code => !used.has(code))
  const number = new Intl.NumberFormat(locale)
  return (
    <DialogForm
      onSubmit={() => {
        if (upTo > 0) onChoice({ currencies: chosen, from, to })
      }}
    >
      <p className={styles['quiet']}>
        {t('currencies.found', {
          days: number.format(found.days.length),
          first: longDate(first, locale),
          last: longDate(last, locale),
          currencies: number.format(inFile.length),
        })}
      </p>
      <fieldset className={styles['group']}>
        <legend>{t('currencies.used')}</legend>
        {inFile.some(code => used.has(code)) ? (
          list(inFile.filter(code => used.has(code)))
        ) : (
          <p className={styles['quiet']}>
            {t('currencies.noneUsed', { base: found.base })}
          </p>
        )}
      </fieldset>
      {others.length > 0 && (
        <details className={styles['group']}>
          <summary>{t('currencies.others')}</summary>
          {list(others)}
        </details>
      )}
      <fieldset className={styles['group']}>
        <legend>{t('currencies.range')}</legend>
        <div className={styles['two']}>
          <DateField
            label={t('currencies.from')}
            value={from}
            onChange={setFrom}
            issue={isWrongWay ? t('currencies.wrongRange') : undefined}
          />
          <DateField label={t('currencies.to')} value={to} onChange={setTo} />
        </div>
        {answer.firstDate !== undefined && (
          <p className={styles['quiet']}>{t('currencies.rangeWords')}</p>
        )}
      </fieldset>
      {upTo > manyRates && <Notice>{t('currencies.many')}</Notice>}
      <DialogActions>
        <span className={styles['upTo']} role="status">
          {t('currencies.upTo', { count: upTo })}
        </span>
        <Button kind="plain" onPress={onBack}>
          {t('common.back')}
        </Button>
        <Button kind="primary" type="submit" isDisabled={upTo === 0}>
          {t('currencies.bring')}
        </Button>
      </DialogActions>
    </DialogForm>
  )
}

/** Old currencies have no name in the browser any more. */
function NameOf({ code }: { readonly code: string }) {
  const { locale } = useWords()
  const name = currencyName(code, locale)
  return name === code ? null : <span>{name}</span>
}

/** So that the first transaction too has a rate that is not too old. */
function startFor(
  firstTransaction: string | undefined,
  first: string,
  last: string,
): string {
  const wanted = addDays(firstTransaction ?? last, -validDays)
  if (firstTransaction === undefined) return first > wanted ? first : wanted
  return wanted < first ? first : wanted > last ? last : wanted
}
