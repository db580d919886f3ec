import { later, type Later } from '../../ui/later.tsx'
import type { BodyProps } from './ask.ts'
import type { ReportId } from './reports.ts'

/** What answers each question, loaded when it is asked. */
export const bodies: Readonly<Record<ReportId, Later<BodyProps>>> = {
  spending: later(() => import('./spending.tsx')),
  months: later(() => import('./months.tsx')),
}
