import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { shiftMonth } from '@ourmoney/shared/calendar/period.ts'
import { readPeriod } from '@ourmoney/shared/calendar/period-text.ts'
import {
  customPeriod,
  lastDays,
  lastMonths,
  periodOf,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { monthName } from '../../ui/dates.ts'
import field from '../../ui/field.module.css'
import { Segments } from '../../ui/segments.tsx'
import { useWords } from '../../words/words.ts'
import type { BodyProps } from './ask.ts'
import styles from './reports.module.css'

const kinds = ['month', 'quarter', 'year', 'other'] as const
type Kind = (typeof kinds)[number]

type PeriodPickerProps = BodyProps & {
  readonly onPick: (period: Period) => void
}

export function PeriodPicker({ ask, onPick }: PeriodPickerProps) {
  const { t } = useWords()
  const { unit } = ask.period
  const [kind, setKind] = useState<Kind>(
    unit === 'quarter' || unit === 'year' || unit === 'month' ? unit : 'other',
  )
  return (
    <>
      <Segments
        label={t('reports.pickPeriod')}
        value={kind}
        choices={kinds.map(id => ({ id, name: t(`reports.pick_${id}`) }))}
        onChange={setKind}
      />
      {kind === 'year' ? (
        <Years ask={ask} onPick={onPick} />
      ) : kind === 'other' ? (
        <Others ask={ask} onPick={onPick} />
      ) : (
        <OfYear ask={ask} kind={kind} onPick={onPick} />
      )}
    </>
  )
}

/** Months or quarters of a year. */
function OfYear({
  ask,
  kind,
  onPick,
}: PeriodPickerProps & { readonly kind: 'month' | 'quarter' }) {
  const { t, locale } = useWords()
  const { counting, today, period, lookups } = ask
  const [year, setYear] = useState(Number(period.to.slice(0, 4)))
  const bounds = [...lookups.years.map(Number), Number(today.slice(0, 4))]
  const choices =
    kind === 'month'
      ? Array.from({ length: 12 }, (_, at) => shiftMonth(`${year}-01`, at))
      : [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)
  return (
    <>
      <div className={field['calendarHeader']}>
        <IconButton
          label={t('reports.earlierYear')}
          isDisabled={year <= Math.min(...bounds)}
          onPress={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </IconButton>
        <strong>{year}</strong>
        <IconButton
          label={t('reports.laterYear')}
          isDisabled={year >= Math.max(...bounds) + 1}
          onPress={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </IconButton>
      </div>
      <div className={styles['choices']}>
        {choices.map(text => {
          const meant = readPeriod(text, today, counting)
          if (!meant.ok) return null
          const isChosen =
            meant.value.from === period.from && meant.value.to === period.to
          return (
            <Button
              key={text}
              kind={isChosen ? 'primary' : 'plain'}
              onPress={() => onPick(meant.value)}
            >
              {kind === 'month'
                ? monthName(text, locale)
                : t('periods.shortQuarter', { quarter: text.slice(-1) })}
            </Button>
          )
        })}
      </div>
    </>
  )
}

function Years({ ask, onPick }: PeriodPickerProps) {
  const { counting, today, period, lookups } = ask
  const years = [...new Set([today.slice(0, 4), ...lookups.years])].sort()
  return (
    <div className={styles['choices']}>
      {years.reverse().map(year => {
        const meant = readPeriod(year, today, counting)
        if (!meant.ok) return null
        const isChosen =
          period.unit === 'year' && meant.value.from === period.from
        return (
          <Button
            key={year}
            kind={isChosen ? 'primary' : 'plain'}
            onPress={() => onPick(meant.value)}
          >
            {year}
          </Button>
        )
      })}
    </div>
  )
}

/** What rolls, all of it, and any days. */
function Others({ ask, onPick }: PeriodPickerProps) {
  const { t } = useWords()
  const { counting, today, lookups } = ask
  const [from, setFrom] = useState(ask.days.from)
  const [to, setTo] = useState(ask.days.to)
  const first = lookups.years.at(-1)
  const isRange = from !== '' && to !== '' && from <= to
  return (
    <>
      <div className={styles['others']}>
        {[30, 90].map(days => (
          <Button
            key={days}
            kind="plain"
            onPress={() => onPick(lastDays(today, days))}
          >
            {t('periods.lastDays', { count: days })}
          </Button>
        ))}
        {[3, 6, 12, 24].map(months => (
          <Button
            key={months}
            kind="plain"
            onPress={() => onPick(lastMonths(today, months))}
          >
            {t('periods.lastMonths', { count: months })}
          </Button>
        ))}
        <Button
          kind="plain"
          onPress={() => onPick(periodOf(today, 'week', counting))}
        >
          {t('reports.thisWeek')}
        </Button>
        {first !== undefined && (
          <Button
            kind="plain"
            onPress={() => onPick(wholeOf(first, lookups.years[0] ?? first))}
          >
            {t('reports.allTime')}
          </Button>
        )}
      </div>
      <DateField label={t('reports.from')} value={from} onChange={setFrom} />
      <DateField
        label={t('reports.to')}
        value={to}
        onChange={setTo}
        issue={from > to && to !== '' ? t('reports.endsBefore') : undefined}
      />
      <Button
        kind="primary"
        isDisabled={!isRange}
        onPress={() => onPick(customPeriod({ from, to }))}
      >
        {t('reports.apply')}
      </Button>
    </>
  )
}

function wholeOf(first: string, last: string): Period {
  return customPeriod({ from: `${first}-01-01`, to: `${last}-12-31` })
}
