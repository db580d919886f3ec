import { dayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { lastMonths, shiftPeriod } from '@ourmoney/shared/calendar/periods.ts'
import { convertMinor } from '@ourmoney/shared/rate/convert.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'
import { dueDays } from '@ourmoney/shared/recurring/posted.ts'
import { isEmptyFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { OutlookAnswer, OutlookQuery } from '../../views/outlook.ts'
import type { ReadModel } from '../read-model/read-model.ts'
import { draftOf, rulesOf } from '../recurring/due.ts'
import type { AgreedFlow } from './reckon-outlook.ts'
import type { Reckon } from './reckon.ts'

/** What is to come, reckoned apart from what is asked meanwhile. */
export async function outlookAnswer(
  model: ReadModel,
  { outlook }: Reckon,
  query: OutlookQuery,
  signal: AbortSignal,
): Promise<OutlookAnswer> {
  const { filter, period, today, weekStart, months } = query
  const counting = { firstDay: model.firstDay(), weekStart }
  const days = daysOf(period, counting)
  const spending = model.reports.spending({ filter, days, last: today })
  const { day, minor, payee, branch } = spending
  const held = model.reports.held({
    accounts: filter.accounts,
    dates: sameDays(today),
    last: today,
  })
  const told = await outlook(
    {
      period,
      today,
      counting,
      months,
      spent: { day, minor, key: branch },
      paid: payee,
      moved: held.moved,
      balanceMinor: held.totals.at(-1) ?? 0,
      agreed: agreedFlows(
        model,
        query,
        spending.branchOf,
        new Set(held.accounts.map(({ id }) => id)),
      ),
    },
    signal,
  )
  return {
    currency: spending.currency,
    days,
    today,
    whole: told.whole,
    branches: told.branches.map(({ branch, end }) => ({
      id: spending.idOf(branch),
      end,
    })),
    balance: {
      nowMinor: held.totals.at(-1) ?? 0,
      forecast: told.balance,
      before: held.totals.map((minor, at) => ({
        date: held.dates[at] ?? today,
        minor,
      })),
      missing: held.missing,
      isNone: held.accounts.length === 0,
    },
    missing: spending.missing,
  }
}

const monthsBack = 12

/** The same day of the months before, the oldest first, and today. */
function sameDays(today: string): readonly string[] {
  const latest = lastMonths(today, 1)
  return Array.from(
    { length: monthsBack + 1 },
    (_, at) =>
      // Rolling months know no first days.
      shiftPeriod(latest, at - monthsBack, { firstDay: 1, weekStart: 1 }).to,
  )
}

/** Rules so young are in no history yet. */
const youngDays = 62
const daysAhead = 400

/** Payments that somebody agreed on and that have hardly come: nothing but their rule tells of them. */
function agreedFlows(
  model: ReadModel,
  { filter: { accounts, ...rest }, today }: OutlookQuery,
  branchOf: (category: string | undefined) => number,
  held: ReadonlySet<string>,
): readonly AgreedFlow[] {
  if (!isEmptyFilter(rest)) return []
  const range = { from: addDays(today, 1), to: addDays(today, daysAhead) }
  const young = rulesOf(model).filter(
    ({ start }) => start >= addDays(today, -youngDays),
  )
  if (young.length === 0) return []
  // Of what was found before it became a rule the past tells.
  const seen = model.rulesSeen(today)
  const { merged } = model.lookups()
  const standing = (id: string) => merged[id] ?? id
  const asked = new Set(accounts?.map(standing))
  return young
    .filter(({ _id }) => !seen.has(_id))
    .flatMap((rule): readonly AgreedFlow[] => {
      const draft = draftOf(rule)
      if (draft === undefined || draft.type === 'transfer') return []
      const { currency, category, type } = draft
      const account = standing(draft.account ?? 'none')
      if (asked.size > 0 && !asked.has(account)) return []
      const base = model.base()
      const rate = model.rateOn(currency, today)
      const minor =
        currency === base
          ? draft.minor
          : convertMinor(draft.minor, currency, base, rate ? [rate] : [])
      if (minor === undefined) return []
      return [
        {
          due: dueDays(rule, range).map(dayNumber),
          minor,
          branch:
            type === 'expense'
              ? branchOf(category && standing(category))
              : undefined,
          isHeld: held.has(account),
        },
      ]
    })
}
