import { monthlyMinor } from '@ourmoney/shared/recurring/monthly-minor.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringRule } from '../../data/views/recurring.ts'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './recurring.module.css'

type MonthlySumsProps = {
  readonly rules: readonly RecurringRule[]
  readonly lookups: LookupsAnswer
}

/** What goes out and comes in again and again, as a twelfth of the year to come. */
export function MonthlySums({ rules, lookups }: MonthlySumsProps) {
  const { t, locale } = useWords()
  const currency = lookups.ledger?.currency ?? 'EUR'
  const out = monthlyMinor(rules, 'expense')
  const into = monthlyMinor(rules, 'income')
  return (
    <section className={styles['sums']} aria-label={t('recurring.monthly')}>
      <h2>{t('recurring.monthly')}</h2>
      <dl>
        {(
          [
            ['recurring.out', out],
            ['recurring.in', into],
          ] as const
        ).map(([words, minor]) => (
          <div key={words}>
            <dt>{t(words)}</dt>
            <dd>
              <Amount minor={minor} currency={currency} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
