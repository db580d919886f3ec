import { IconChevronRight, IconFileImport } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import type { CurrenciesAnswer } from '../../data/views/rates.ts'
import { Button } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { rateWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'

type PairsCardProps = {
  readonly answer: CurrenciesAnswer
  readonly onImport: () => void
}

/** The newest rate of each pair; behind it all of them. */
export function PairsCard({ answer: { pairs }, onImport }: PairsCardProps) {
  const { t, locale } = useWords()
  return (
    <Card title={t('currencies.rates')}>
      {pairs.length === 0 ? (
        <>
          <p>{t('currencies.noRatesWords')}</p>
          <Writers>
            <div className={styles['acts']}>
              <Button onPress={onImport}>
                <IconFileImport size={18} aria-hidden />
                {t('currencies.import')}
              </Button>
            </div>
          </Writers>
        </>
      ) : (
        <ul className={styles['rows']}>
          {pairs.map(({ latest, count }) => (
            <li key={`${latest.base}-${latest.quote}`}>
              <Link
                className={styles['row']}
                to={`/currencies?pair=${latest.base}-${latest.quote}`}
              >
                <strong className={styles['pair']}>
                  {rateWords(latest, t, locale)}
                </strong>
                <span className={styles['quiet']}>
                  {longDate(latest.date, locale)}
                </span>
                <span className={styles['quiet']}>
                  {t('currencies.rateCount', { count })}
                </span>
                <IconChevronRight
                  size={18}
                  aria-hidden
                  className={styles['onward']}
                />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
