import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import {
  periodText,
  readPeriod,
} from '@ourmoney/shared/calendar/period-text.ts'
import {
  lastMonths,
  periodOf,
  type CalendarUnit,
  type Counting,
  type Period,
} from '@ourmoney/shared/calendar/periods.ts'
import {
  filterFromSearch,
  filterToSearch,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import {
  comparedWith,
  comparisons,
  type Before,
  type Comparison,
} from '@ourmoney/shared/report/compared.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'
import type { Report } from './reports.ts'
import { stepsFor } from './steps.ts'

/** What an address says that a report is about. */
export type ReportAddress = {
  /** Without its dates: the period has them. */
  readonly filter: TransactionFilter
  readonly period: Period
  readonly days: DateRange
  readonly comparison: Comparison
  readonly before: Before | undefined
  readonly step: CalendarUnit
  /** Those that may divide the period. */
  readonly steps: readonly CalendarUnit[]
  /** Only amounts in that currency, as they are. */
  readonly currency: string | undefined
  /** How it is drawn, where there are several ways. */
  readonly look: string | undefined
  readonly setFilter: (filter: TransactionFilter) => void
  readonly setPeriod: (period: Period) => void
  readonly set: (key: OwnKey, value: string | undefined) => void
}

/** Of the address, beside the filter's. */
const ownKeys = ['period', 'compare', 'step', 'currency', 'look'] as const
type OwnKey = (typeof ownKeys)[number]

export function useReportAddress(
  { usual, isCompared }: Pick<Report, 'usual' | 'isCompared'>,
  today: string,
  counting: Counting,
): ReportAddress {
  const [search, setSearch] = useSearchParams()
  const address = search.toString()
  const read = useMemo(() => {
    const params = new URLSearchParams(address)
    const asked = readPeriod(params.get('period') ?? '', today, counting)
    const period = asked.ok ? asked.value : usualPeriod(usual, today, counting)
    const days = daysOf(period, counting)
    const comparison =
      comparisons.find(each => each === params.get('compare')) ?? 'before'
    const steps = stepsFor(days)
    const currency = params.get('currency') ?? ''
    return {
      filter: ofReports(filterFromSearch(address)),
      period,
      days,
      comparison,
      before: isCompared
        ? comparedWith(period, comparison, today, counting)
        : undefined,
      steps: steps.all,
      step: steps.all.find(each => each === params.get('step')) ?? steps.usual,
      currency: /^[A-Z]{3}$/.test(currency) ? currency : undefined,
      look: params.get('look') ?? undefined,
    }
  }, [address, today, counting, usual, isCompared])

  const set = useCallback(
    (key: OwnKey, value: string | undefined) =>
      setSearch(
        now => {
          if (value === undefined) now.delete(key)
          else now.set(key, value)
          return now
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  )
  const setPeriod = useCallback(
    (period: Period) => set('period', periodText(period, today, counting)),
    [set, today, counting],
  )
  const setFilter = useCallback(
    (filter: TransactionFilter) =>
      setSearch(
        now => {
          const next = new URLSearchParams(filterToSearch(ofReports(filter)))
          for (const key of ownKeys) {
            const kept = now.get(key)
            if (kept !== null) next.set(key, kept)
          }
          return next
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  )
  return { ...read, set, setPeriod, setFilter }
}

function usualPeriod(
  usual: Report['usual'],
  today: string,
  counting: Counting,
): Period {
  return usual === 'month'
    ? periodOf(today, 'month', counting)
    : lastMonths(today, usual === 'last-3' ? 3 : 12)
}

/** Each report has its period, and says itself whether it is about income or spending. */
function ofReports(filter: TransactionFilter): TransactionFilter {
  const { period: _, from: __, to: ___, types: ____, ...rest } = filter
  return rest
}
