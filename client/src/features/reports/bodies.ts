import { later, type Later } from '../../ui/later.tsx'
import type { BodyProps } from './ask.ts'
import type { ReportId } from './reports.ts'

/** What answers each question, loaded when it is asked. */
export const bodies: Readonly<Record<ReportId, Later<BodyProps>>> = {
  spending: later(() => import('./spending.tsx')),
  months: later(() => import('./months.tsx')),
  largest: later(() => import('./largest.tsx')),
  payees: later(() => import('./payees.tsx')),
  calendar: later(() => import('./calendar.tsx')),
  budgets: later(() => import('./budgets.tsx')),
  members: later(() => import('./members.tsx')),
  pattern: later(() => import('./pattern.tsx')),
  income: later(() => import('./income.tsx')),
  sankey: later(() => import('./sankey.tsx')),
  flow: later(() => import('./cash-flow.tsx')),
  worth: later(() => import('./net-worth.tsx')),
  balances: later(() => import('./balances.tsx')),
  unusual: later(() => import('./unusual.tsx')),
  forecast: later(() => import('./forecast.tsx')),
  savings: later(() => import('./savings.tsx')),
}
