import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { memo, useMemo, useState, type Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { monthOf, shiftMonth } from '@ourmoney/shared/calendar/period.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { Totals } from '../../data/views/sums.ts'
import type { TransactionsAnswer } from '../../data/views/transactions.ts'
import { monthSpans } from './month-spans.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { monthName, periodName, today } from '../../ui/dates.ts'
import field from '../../ui/field.module.css'
import { useStable } from '../../ui/use-stable.ts'
import { useWords } from '../../words/words.ts'
import { TotalsOf } from './totals-of.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type PeriodBarProps = {
  readonly stuckRef?: Ref<HTMLDivElement> | undefined
  readonly filter: TransactionFilter
  readonly names: Names
  readonly answer: TransactionsAnswer | undefined
  /** The first row in sight. */
  readonly first: number
  readonly onGoTo: (row: number) => void
  readonly onChange: (filter: TransactionFilter) => void
}

/**
 * The month that is chosen, or that is in sight of all months, and what came
 * in, went out and is left in it of what the filter finds.
 */
export function PeriodBar(props: PeriodBarProps) {
  const { stuckRef, filter, names, answer, first, onGoTo, onChange } = props
  const { period } = filter

  const months = useMemo(
    () => monthSpans(answer?.days ?? [], names),
    [answer?.days, names],
  )
  const at =
    period === undefined
      ? months.findLastIndex(({ start }) => start <= first)
      : -1
  const inSight = months[at]

  function step(by: number) {
    if (period === undefined) {
      // The list may begin with the newest day or with the oldest.
      const isUp = (months[0]?.month ?? '') < (months.at(-1)?.month ?? '')
      const next = months[at + (isUp ? by : -by)]
      if (next !== undefined) onGoTo(next.start)
      return
    }
    onChange({
      ...filter,
      period:
        period.length === 4
          ? String(Number(period) + by)
          : shiftMonth(period, by),
    })
  }

  const shown = period ?? inSight?.month
  const summed = useMemo(() => ({ ...filter, period: shown }), [filter, shown])

  const pick = useStable((next: string | undefined) =>
    onChange({ ...filter, period: next }),
  )
  const stepBy = useStable(step)

  return (
    <div className={styles['title']} ref={stuckRef}>
      <PeriodChoice shown={shown} names={names} onPick={pick} onStep={stepBy} />
      <TotalsOf
        sums={inSight ?? answer?.base}
        totals={answer?.totals ?? none}
        currency={names.currency}
        filter={summed}
      />
    </div>
  )
}

const none: Totals = []

type PeriodChoiceProps = {
  readonly shown: string | undefined
  readonly names: Names
  readonly onPick: (period: string | undefined) => void
  readonly onStep: (by: number) => void
}

const PeriodChoice = memo(function PeriodChoice({
  shown,
  names,
  onPick,
  onStep,
}: PeriodChoiceProps) {
  const { t, locale } = useWords()
  return (
    <div className={styles['period']}>
      <h1>
        <DialogTrigger>
          <AriaButton className={styles['periodName'] ?? ''}>
            {shown === undefined
              ? t('transactions.allTime')
              : periodName(shown, locale)}
          </AriaButton>
          <Popover className={field['popover'] ?? ''} placement="bottom start">
            <Dialog
              className={styles['popover'] ?? ''}
              aria-label={t('transactions.pickPeriod')}
            >
              {({ close }) => (
                <PeriodPicker
                  period={shown ?? monthOf(today(), names.firstDay)}
                  years={names.lookups?.years ?? []}
                  onPick={next => {
                    onPick(next)
                    close()
                  }}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      </h1>
      <IconButton
        label={t('transactions.previousMonth')}
        onPress={() => onStep(-1)}
      >
        <IconChevronLeft size={20} aria-hidden />
      </IconButton>
      <IconButton label={t('transactions.nextMonth')} onPress={() => onStep(1)}>
        <IconChevronRight size={20} aria-hidden />
      </IconButton>
    </div>
  )
})

type PeriodPickerProps = {
  readonly period: string
  readonly years: readonly string[]
  readonly onPick: (period: string | undefined) => void
}

function PeriodPicker({ period, years, onPick }: PeriodPickerProps) {
  const { t, locale } = useWords()
  const [year, setYear] = useState(Number(period.slice(0, 4)))
  const bounds = [...years.map(Number), Number(today().slice(0, 4))]
  return (
    <>
      <Button onPress={() => onPick(undefined)}>
        {t('transactions.allTime')}
      </Button>
      <div className={field['calendarHeader']}>
        <IconButton
          label={t('transactions.previousMonth')}
          isDisabled={year <= Math.min(...bounds)}
          onPress={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </IconButton>
        <Button kind="plain" onPress={() => onPick(String(year))}>
          {year} · {t('transactions.wholeYear')}
        </Button>
        <IconButton
          label={t('transactions.nextMonth')}
          isDisabled={year >= Math.max(...bounds) + 1}
          onPress={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </IconButton>
      </div>
      <div className={styles['months']}>
        {Array.from({ length: 12 }, (_, index) => {
          const month = shiftMonth(`${year}-01`, index)
          return (
            <Button
              key={month}
              kind={month === period ? 'primary' : 'plain'}
              onPress={() => onPick(month)}
            >
              {monthName(month, locale)}
            </Button>
          )
        })}
      </div>
    </>
  )
}
