import { IconCoinOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { MissingRates } from '@ourmoney/shared/report/base-totals.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import { Mark } from '../ui/states.tsx'
import { withoutWords } from '../words/rate-words.ts'
import { useWords } from '../words/words.ts'
import styles from './without-rates.module.css'

type WithoutRatesProps = {
  readonly missing: readonly MissingRates[]
  readonly filter: TransactionFilter
}

/** What sums leave out, and the way there. */
export function WithoutRates({ missing, filter }: WithoutRatesProps) {
  const { t, locale } = useWords()
  const without = withoutWords(missing, filter, t, locale)
  if (without === undefined) return null
  return (
    <Link className={styles['without'] ?? ''} to={without.to}>
      <Mark
        icon={<IconCoinOff size={16} aria-hidden />}
        words={without.words}
        tone="warning"
      />
    </Link>
  )
}
