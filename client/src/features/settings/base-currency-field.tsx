import { useState } from 'react'
import { Link } from 'react-router'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { currencyChoices, currencyName } from '../../words/currency-choices.ts'
import { useWords } from '../../words/words.ts'
import styles from './settings.module.css'

type BaseCurrencyFieldProps = {
  readonly value: string
  readonly onChange: (currency: string) => Promise<void>
}

/** The ledger's currency: another one is chosen only when it is said what that does. */
export function BaseCurrencyField({ value, onChange }: BaseCurrencyFieldProps) {
  const { t, locale } = useWords()
  const [wanted, setWanted] = useState<string>()
  const found = useView({
    view: 'transactions',
    filter: {},
    order: newestFirst,
    from: 0,
    to: 0,
  })
  const totals = found?.totals ?? []
  const inUse = [value, ...totals.map(({ currency }) => currency)]
  const others = totals
    .filter(({ currency }) => currency !== wanted)
    .reduce((sum, { count }) => sum + count, 0)

  async function change() {
    if (wanted !== undefined) await onChange(wanted)
    setWanted(undefined)
  }

  return (
    <div className={styles['field']}>
      <ComboField
        label={t('settings.currency')}
        value={value}
        choices={currencyChoices(locale, inUse)}
        onChange={currency => {
          if (currency !== undefined && currency !== value) setWanted(currency)
        }}
      />
      <Link to="/currencies">{t('currencies.title')}</Link>
      {wanted !== undefined && (
        <Dialog
          title={t('currencies.baseTitle', {
            currency: currencyName(wanted, locale),
          })}
          closeLabel={t('common.close')}
          isOpen
          onClose={() => setWanted(undefined)}
        >
          <p>{t('currencies.baseWords', { currency: wanted })}</p>
          {others > 0 && (
            <p>
              {t('currencies.baseLeft', { count: others, currency: wanted })}
            </p>
          )}
          <p>{t('currencies.baseNew')}</p>
          <DialogActions>
            <Button kind="plain" onPress={() => setWanted(undefined)}>
              {t('common.cancel')}
            </Button>
            <Button kind="primary" onPress={() => void change()}>
              {t('currencies.changeTo', { currency: wanted })}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  )
}
