import {
  IconArrowLeft,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLedger, useView } from '../../data/hooks.tsx'
import type { CurrenciesAnswer, StoredRate } from '../../data/ledger.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { longDate } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { rateWords } from '../../words/rate-words.ts'
import { useProblem } from '../../words/use-problem.ts'
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
  const ledger = useLedger()
  const problem = useProblem()
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

  async function remove(rate: StoredRate) {
    try {
      const receipt = await ledger.save([
        { change: 'remove', target: { ids: [rate.id] } },
      ])
      showToast(t('currencies.deleted'), {
        name: t('common.undo'),
        onPress: () => ledger.undo(receipt.act),
      })
    } catch (error) {
      showToast(problem(error))
    }
  }

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Link className={styles['back']} to="/currencies">
          <IconArrowLeft size={18} aria-hidden />
          {t('currencies.back')}
        </Link>
        <h1>{t('currencies.ratesOf', { one, other })}</h1>
        <div className={styles['acts']}>
          <Button kind="primary" onPress={() => setOpen('add')}>
            <IconPlus size={18} aria-hidden />
            {t('currencies.add')}
          </Button>
        </div>
      </header>
      <section className={styles['card']}>
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
              </li>
            )
          })}
        </ul>
        {found?.rates.length === most && (
          <Button onPress={() => setMost(most + shownAtOnce)}>
            {t('currencies.older')}
          </Button>
        )}
      </section>
      {open !== undefined && (
        <RateDialog
          answer={answer}
          pair={[one, other]}
          edits={open === 'add' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}
