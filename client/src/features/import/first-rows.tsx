import type { StatementLooked } from '../../data/statements.ts'
import { Amount } from '../../ui/amount.tsx'
import { dayName } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'

const shown = 5

/** What comes of the first rows as they are read now. */
export function FirstRows({ looked }: { readonly looked: StatementLooked }) {
  const { t, locale } = useWords()
  const { rows, issues, choices, accounts } = looked
  const currencyOf = (account: string | undefined) =>
    accounts.find(({ key }) => key === account)?.currency ??
    choices.currency ??
    accounts[0]?.currency ??
    'EUR'
  const days = { today: t('common.today'), yesterday: t('common.yesterday') }
  return (
    <Card title={t('imports.firstRows')}>
      {issues.length > 0 && (
        <Notice>{t('imports.unreadableSome', { count: issues.length })}</Notice>
      )}
      {rows.length === 0 ? (
        <p>{t('imports.noRowsYet')}</p>
      ) : (
        <ul className={styles['firstRows']}>
          {rows.slice(0, shown).map((row, index) => (
            <li key={index}>
              <span>{dayName(row.date, locale, days)}</span>
              <span dir="auto">
                {row.description || row.payee || t('imports.noText')}
                {row.category !== undefined && <small>{row.category}</small>}
              </span>
              <Amount
                minor={row.minor}
                currency={row.currency ?? currencyOf(row.account)}
                locale={locale}
                sign="always"
                isIncome={row.minor > 0}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
