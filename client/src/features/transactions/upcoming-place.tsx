import { Suspense, useState } from 'react'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { periodRange } from '@ourmoney/shared/calendar/period.ts'
import {
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { today } from '../../ui/dates.ts'
import { later } from '../../ui/later.tsx'
import { useIsDesk } from '../../ui/use-media.ts'
import { keptOpen, mostShown } from './upcoming-looks.ts'

const Upcoming = later(() => import('./upcoming.tsx'))

type UpcomingPlaceProps = {
  readonly lookups: LookupsAnswer | undefined
  readonly filter: TransactionFilter
}

/** What is to come stands above what is booked, in a ledger in which something recurs. */
export function UpcomingPlace({ lookups, filter }: UpcomingPlaceProps) {
  if (lookups === undefined || lookups.recurring === 0) return null
  return <Place lookups={lookups} filter={filter} />
}

/** In pixels: the head, a row, and what is around them. */
const size = { head: 44, row: 56, around: 12 } as const
const usualDays = 30
const mostDays = 400

type PlaceProps = UpcomingPlaceProps & { readonly lookups: LookupsAnswer }

function Place({ lookups, filter }: PlaceProps) {
  const isDesk = useIsDesk()
  const [day] = useState(today)
  const [isOpen] = useState(() => keptOpen() ?? isDesk)
  const until = lastDay(day, filter, lookups.ledger?.firstDay ?? 1)
  const recurring = useView({ view: 'recurring', today: day, until })
  // What comes a moment later must not push the list down.
  const rows = isOpen ? Math.min(mostShown, lookups.recurring) + 0.5 : 0
  const height = isEmptyFilter(filter)
    ? size.head + size.around + rows * size.row
    : 0
  const blank = <div style={{ blockSize: height }} />
  if (recurring === undefined) return blank
  return (
    <Suspense fallback={blank}>
      <Upcoming
        recurring={recurring}
        lookups={lookups}
        filter={filter}
        isOpen={isOpen}
      />
    </Suspense>
  )
}

/** A month from now, or the end of the period that is looked at. */
function lastDay(
  day: string,
  { period, to }: TransactionFilter,
  firstDay: number,
): string {
  const end =
    to ?? (period === undefined ? '' : periodRange(period, firstDay).to)
  const usual = addDays(day, usualDays)
  const last = addDays(day, mostDays)
  if (end <= usual) return usual
  return end < last ? end : last
}
