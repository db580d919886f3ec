import {
  IconArrowLeft,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { CurrenciesAnswer, StoredRate } from '../../data/views/rates.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { longDate } from '../../ui/dates.ts'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { rateWords } from '../../words/rate-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'
import { RateDialog } from './rate-dialog.tsx'

type PairPageProps = {
  readonly one: string
  readonly other: string
  readonly answer: CurrenciesAnswer
}

const shownAtOnce = 100

/** The rates between two currencies, newest first, from any day on. */
export function PairPage({ one, other, answer }: PairPageProps) {
  const { t, locale } = useWords()
  const { save } = useActs()
  const [until, setUntil] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const [open, setOpen] = useState<'add' | StoredRate>()
  const found = useView({
    view: 'rates',
    one,
    other,
    until: until === '' ? undefined : until,
    most,
  })

  function remove(rate: StoredRate) {
    return save(
      [{ change: 'remove', target: { ids: [rate.id] } }],
      t('currencies.deleted'),
    )
  }

  return (
    <Page>
      <header className={styles['head']}>
        <Link className={styles['back']} to="/currencies">
          <IconArrowLeft size={18} aria-hidden />
          {t('currencies.back')}
        </Link>
        <h1>{t('currencies.ratesOf', { one, other })}</h1>
        <Writers>
          <div className={styles['acts']}>
            <Button kind="primary" onPress={() => setOpen('add')}>
              <IconPlus size={18} aria-hidden />
              {t('currencies.add')}
            </Button>
          </div>
        </Writers>
      </header>
      <Card>
        <div className={styles['tools']}>
          <DateField
            label={t('currencies.until')}
            value={until}
            onChange={setUntil}
          />
          <span className={styles['quiet']} role="status">
            {found !== undefined &&
              t('currencies.rateCount', { count: found.count })}
          </span>
        </div>
        {found?.rates.length === 0 && (
          <EmptyState
            title={
              found.count === 0
                ? t('currencies.noRatesTitle')
                : t('currencies.noneUntil')
            }
          />
        )}
        <ul className={styles['rows']}>
          {found?.rates.map(rate => {
            const date = longDate(rate.date, locale)
            return (
              <li key={rate.id} className={styles['rate']}>
                <span className={styles['day']}>{date}</span>
                <strong className={styles['number']}>
                  {rateWords(rate, t, locale)}
                </strong>
                <span className={styles['quiet']}>
                  {rate.isByHand
                    ? t('currencies.byHand')
                    : t('currencies.fromFile')}
                </span>
                <Writers>
                  <span className={styles['acts']}>
                    <IconButton
                      label={t('currencies.editOf', { date })}
                      onPress={() => setOpen(rate)}
                    >
                      <IconPencil size={18} aria-hidden />
                    </IconButton>
                    <IconButton
                      label={t('currencies.deleteOf', { date })}
                      onPress={() => void remove(rate)}
                    >
                      <IconTrash size={18} aria-hidden />
                    </IconButton>
                  </span>
                </Writers>
              </li>
            )
          })}
        </ul>
        {found?.rates.length === most && (
          <Button onPress={() => setMost(most + shownAtOnce)}>
            {t('currencies.older')}
          </Button>
        )}
      </Card>
      {open !== undefined && (
        <RateDialog
          answer={answer}
          pair={[one, other]}
          edits={open === 'add' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
