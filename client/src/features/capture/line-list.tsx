import { IconAlertCircle, IconCheck } from '@tabler/icons-react'
import { Button } from 'react-aria-components/Button'
import type { QuickLine } from '@ourmoney/shared/capture/quick-lines.ts'
import type { QuickReading } from '@ourmoney/shared/capture/reading.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import styles from './capture.module.css'
import { summaryParts, valueOf } from './part-names.ts'

type LineListProps = {
  readonly lines: readonly QuickLine[]
  readonly readings: readonly (QuickReading | undefined)[]
  readonly lookups: LookupsAnswer
  /** The one whose parts are shown. */
  readonly active: number
  readonly onChoose: (line: number) => void
}

type AddedListProps = {
  readonly readings: readonly QuickReading[]
  readonly lookups: LookupsAnswer
}

const mostAdded = 5

/** What was added last. */
export function AddedList({ readings, lookups }: AddedListProps) {
  const { t } = useWords()
  return (
    <section className={styles['added']}>
      <h3>{t('capture.addedNow')}</h3>
      <ol className={styles['lines']}>
        {readings.slice(0, mostAdded).map((reading, at) => (
          <li key={at} className={styles['line']}>
            <LineSummary text="" reading={reading} lookups={lookups} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What each of several lines becomes, or why it cannot be read. */
export function LineList(props: LineListProps) {
  const { t } = useWords()
  const { lines, readings, active, onChoose, lookups } = props
  return (
    <ol className={styles['lines']} aria-label={t('capture.lines')}>
      {readings.map((reading, at) =>
        reading === undefined ? null : (
          <li key={at}>
            <Button
              className={`${styles['line']} ${at === active ? styles['active'] : ''}`}
              aria-pressed={at === active}
              onPress={() => onChoose(at)}
            >
              <LineSummary
                text={lines[at]?.text ?? ''}
                reading={reading}
                lookups={lookups}
              />
            </Button>
          </li>
        ),
      )}
    </ol>
  )
}

type LineSummaryProps = {
  readonly text: string
  readonly reading: QuickReading
  readonly lookups: LookupsAnswer
}

function LineSummary({ text, reading, lookups }: LineSummaryProps) {
  const { t, locale } = useWords()
  const { parts, issues } = reading
  const [issue] = issues
  const show = { lookups, t, locale }
  const shownMinor =
    parts.minor === undefined
      ? undefined
      : parts.type === 'expense'
        ? -parts.minor
        : parts.minor
  return (
    <>
      {issue === undefined ? (
        <IconCheck size={18} aria-hidden className={styles['good']} />
      ) : (
        <IconAlertCircle size={18} aria-hidden className={styles['bad']} />
      )}
      <span className={styles['lineName']}>
        <span dir="auto">
          {parts.description ||
            (parts.type === 'transfer' ? t('common.transfer') : text)}
        </span>
        <small className={issue === undefined ? '' : styles['bad']}>
          {issue === undefined
            ? summaryParts(parts)
                .map(part => valueOf(part, parts, show))
                .filter(value => value !== undefined)
                .join(' · ')
            : t(`problems.quick_${issue.code}`)}
        </small>
      </span>
      {shownMinor !== undefined && (
        <Amount
          minor={shownMinor}
          currency={parts.currency}
          locale={locale}
          sign={parts.type === 'transfer' ? 'never' : 'always'}
          isIncome={parts.type !== 'transfer' && shownMinor > 0}
        />
      )}
    </>
  )
}
