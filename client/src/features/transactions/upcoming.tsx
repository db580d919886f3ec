import { IconChevronRight, IconRepeat } from '@tabler/icons-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Link } from 'react-router'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { DueRow } from '../../acts/due-row.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringAnswer } from '../../data/views/recurring.ts'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import { keepOpen, mostShown } from './upcoming-looks.ts'
import styles from './upcoming.module.css'
import { upcomingIn } from './upcoming-in.ts'

type UpcomingProps = {
  readonly recurring: RecurringAnswer
  readonly lookups: LookupsAnswer
  readonly filter: TransactionFilter
  readonly isOpen: boolean
}

/** What is due and what comes next, above what is booked and in none of its totals. */
export default function Upcoming(props: UpcomingProps) {
  const { recurring, lookups, filter, isOpen: wasOpen } = props
  const { t, locale } = useWords()
  const [isOpen, setOpen] = useState(wasOpen)
  const { due, ahead, leftMinor } = upcomingIn(recurring, lookups, filter)
  const all = [
    ...due.map(each => ({ ...each, isDue: true })),
    ...ahead.map(each => ({ ...each, isDue: false })),
  ]
  if (all.length === 0) return null
  const shown = all.slice(0, mostShown)
  return (
    <Disclosure
      className={styles['upcoming'] ?? ''}
      isExpanded={isOpen}
      onExpandedChange={next => {
        setOpen(next)
        keepOpen(next)
      }}
    >
      <Heading level={2} className={styles['head'] ?? ''}>
        <AriaButton slot="trigger">
          <IconChevronRight size={18} aria-hidden />
          <IconRepeat size={18} aria-hidden />
          <span>{t('recurring.upcoming')}</span>
          <small>
            {due.length > 0 && `${t('recurring.due')} ${due.length} · `}
            {ahead.length} {t('recurring.planned')}
          </small>
          <span className={styles['sum']}>
            <Amount
              minor={leftMinor}
              currency={lookups.ledger?.currency ?? 'EUR'}
              locale={locale}
              sign="always"
            />
          </span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul className={styles['rows']}>
          {shown.map(({ rule, isDue, ...each }) => (
            <li key={`${each.recurring} ${each.date}`}>
              <DueRow due={each} rule={rule} lookups={lookups} isDue={isDue} />
            </li>
          ))}
        </ul>
        <Link className={styles['all']} to="/recurring">
          {t('recurring.upcomingAll')}
        </Link>
      </DisclosurePanel>
    </Disclosure>
  )
}
