import type { DateRange } from '@ourmoney/shared/calendar/period.ts'
import { settleUp } from '@ourmoney/shared/report/settle-up.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { rescaleMinors } from '@ourmoney/shared/transaction/rescale-minors.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type {
  SettleUpAnswer,
  SettleUpQuery,
  SpanSettleUp,
} from '../../../views/reports.ts'
import type { Book } from '../book.ts'
import type { Found } from '../finding.ts'
import type { ForWhom } from '../sharing.ts'
import { Counted, LeftOut } from './counted.ts'
import { inSpan } from './in-span.ts'

const expense = transactionTypes.indexOf('expense')

type Shares = Pick<TransactionDoc, 'shareMode' | 'shares'>
type Shared = Pick<TransactionDoc, 'type' | 'minor' | 'member' | 'splits'> &
  Shares

/** Of what a filter has found, whatever its days, who paid and for whom it was, in one currency. What names nobody is for all who are not archived. */
export function settleUpAnswer(
  book: Book,
  { places, named }: Pick<Found, 'places' | 'named'>,
  { spans, currency }: SettleUpQuery,
): SettleUpAnswer {
  const { columns } = book
  const counted = new Counted(columns, named, currency)
  const everybody = book
    .docs('member')
    .filter(({ archived }) => archived !== true)
    .map(({ _id }) => _id)
    .sort()

  function inDays(span: DateRange): SpanSettleUp {
    const leftOut = new LeftOut(columns)
    const shared: Shared[] = []
    let count = 0
    for (const at of inSpan(columns, places, span)) {
      if (columns.type[at] !== expense || !counted.isMeant(at)) continue
      count += 1
      if (counted.isLacking(at)) leftOut.add(at)
      else shared.push(sharedAt(book, counted, at))
    }
    return {
      from: span.from,
      to: span.to,
      ...settleUp(shared, everybody),
      count,
      missing: leftOut.missing(),
    }
  }

  return { currency: counted.currency, spans: spans.map(inDays) }
}

/** A row as far as it counts. */
function sharedAt({ columns }: Book, counted: Counted, at: number): Shared {
  const { parts } = columns
  const sharing = columns.sharing.get(at)
  const first = parts.start[at] ?? 0
  const minor = counted.minorOf(at)
  return {
    type: 'expense',
    minor,
    member: columns.idOf(columns.member[at]),
    splits: counted.partsOf(at).map(part => ({
      minor: part.minor,
      member: columns.idOf(parts.member[part.at]),
      ...sharesOf(sharing?.[1 + part.at - first], part.minor),
    })),
    ...sharesOf(sharing?.[0], minor),
  }

  function sharesOf(forWhom: ForWhom | undefined, whole: number): Shares {
    if (forWhom === undefined) return {}
    const { mode, shares } = forWhom
    const given = shares.map(each => each.minor ?? 0)
    const minors = mode === 'exact' ? rescaleMinors(given, whole) : undefined
    return {
      shareMode: mode,
      shares: shares.map((share, index) => ({
        ...share,
        member: columns.idOf(share.member) ?? '',
        minor: minors?.[index] ?? share.minor,
      })),
    }
  }
}
