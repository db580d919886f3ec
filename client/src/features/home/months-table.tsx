import { Amount } from '../../ui/amount.tsx'
import { periodName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'
import type { MonthBar } from './spent-by-month.ts'

type MonthsTableProps = {
  readonly bars: readonly MonthBar[]
  readonly currency: string
}

export function MonthsTable({ bars, currency }: MonthsTableProps) {
  const { t, locale } = useWords()
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('home.month')}</th>
            <th scope="col">{t('home.income')}</th>
            <th scope="col">{t('home.spent')}</th>
            <th scope="col">{t('home.left')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ month, incomeMinor, spentMinor }) => (
            <tr key={month}>
              <th scope="row">{periodName(month, locale)}</th>
              {[incomeMinor, spentMinor, incomeMinor - spentMinor].map(
                (minor, column) => (
                  <td key={column}>
                    <Amount minor={minor} currency={currency} locale={locale} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
