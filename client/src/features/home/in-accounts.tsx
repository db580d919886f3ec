import { Link } from 'react-router'
import type { BalancesAnswer } from '../../data/views/accounts.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'

const most = 6

type InAccountsProps = {
  readonly balances: BalancesAnswer
  readonly lookups: LookupsAnswer
}

/** What is in each account today, and in all together. */
export function InAccounts({ balances, lookups }: InAccountsProps) {
  const { t, locale } = useWords()
  const { base, totalMinor, missing, accounts } = balances
  const held = new Map(accounts.map(each => [each.id, each]))
  const open = lookups.accounts.filter(({ closed }) => closed !== true)
  return (
    <section className={styles['card']}>
      <header className={styles['head']}>
        <h2>{t('home.inAccounts')}</h2>
        <Link to="/accounts">{t('home.seeAll')}</Link>
      </header>
      <p className={styles['total']}>
        <Amount minor={totalMinor} currency={base} locale={locale} />
        {missing.length > 0 && (
          <small>{t('home.withoutSome', { count: missing.length })}</small>
        )}
      </p>
      <ul className={styles['rows']}>
        {open.slice(0, most).map(({ _id, name, currency }) => (
          <li key={_id}>
            <Link to={`/accounts/${_id}`} className={styles['plain'] ?? ''}>
              <span dir="auto">{name}</span>
              <Amount
                minor={held.get(_id)?.minor ?? 0}
                currency={currency}
                locale={locale}
              />
            </Link>
          </li>
        ))}
      </ul>
      {open.length > most && (
        <p className={styles['label']}>
          {t('home.moreAccounts', { count: open.length - most })}
        </p>
      )}
    </section>
  )
}
