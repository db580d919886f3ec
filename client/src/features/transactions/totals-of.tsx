import { IconCoinOff } from '@tabler/icons-react'
import { memo } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Link } from 'react-router'
import type { BaseTotals } from '@ourmoney/shared/report/base-totals.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { Totals } from '../../data/views/sums.ts'
import { Amount } from '../../ui/amount.tsx'
import { Chip } from '../../ui/chip.tsx'
import field from '../../ui/field.module.css'
import { Mark } from '../../ui/states.tsx'
import { withoutWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'

type TotalsOfProps = {
  /** In the ledger's currency; blank until they are known, for a zero would be a claim. */
  readonly sums:
    Pick<BaseTotals, 'incomeMinor' | 'expenseMinor' | 'missing'> | undefined
  /** Of all that was found, by currency. */
  readonly totals: Totals
  readonly currency: string
  /** What the sums are of. */
  readonly filter: TransactionFilter
}

/** Income, spent and left in the ledger's currency, and what they leave out. */
export const TotalsOf = memo(function TotalsOf({
  sums,
  totals,
  currency,
  filter,
}: TotalsOfProps) {
  const { t, locale } = useWords()
  if (sums === undefined) return <div className={styles['sums']} />
  const { incomeMinor, expenseMinor, missing } = sums
  const without = withoutWords(missing, filter, t, locale)
  const hasOthers = totals.some(each => each.currency !== currency)
  const parts = [
    ['transactions.income', incomeMinor],
    ['transactions.spent', expenseMinor],
    ['transactions.left', incomeMinor - expenseMinor],
  ] as const
  return (
    <div className={styles['sums']}>
      <dl className={styles['totals']}>
        {parts.map(([words, minor]) => (
          <div key={words} className={styles['total']}>
            <dt>{t(words)}</dt>
            <dd>
              <Amount minor={minor} currency={currency} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
      {hasOthers && <ByCurrency totals={totals} />}
      {without !== undefined && (
        <Link className={styles['without'] ?? ''} to={without.to}>
          <Mark
            icon={<IconCoinOff size={16} aria-hidden />}
            words={without.words}
            tone="warning"
          />
        </Link>
      )}
    </div>
  )
})

function ByCurrency({ totals }: { readonly totals: Totals }) {
  const { t, locale } = useWords()
  const heads = ['income', 'spent', 'left'] as const
  return (
    <DialogTrigger>
      <Chip>{t('currencies.byCurrency')}</Chip>
      <Popover className={field['popover'] ?? ''}>
        <Dialog
          className={styles['popover'] ?? ''}
          aria-label={t('currencies.byCurrency')}
        >
          <table className={styles['byCurrency']}>
            <thead>
              <tr>
                <th scope="col">{t('transactions.anyCurrency')}</th>
                {heads.map(head => (
                  <th key={head} scope="col">
                    {t(`transactions.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {totals.map(each => (
                <tr key={each.currency}>
                  <th scope="row">{each.currency}</th>
                  {[
                    each.incomeMinor,
                    each.expenseMinor,
                    each.incomeMinor - each.expenseMinor,
                  ].map((minor, column) => (
                    <td key={heads[column]}>
                      <Amount
                        minor={minor}
                        currency={each.currency}
                        locale={locale}
                        isBare
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
