import { monthsContent } from './months-content.ts'
import { stepReport } from './step-report.tsx'

/** How each category went, step by step, on top of each other or each by itself. */
export default stepReport(monthsContent, { type: 'expense', by: 'category' }, [
  'stacked',
  'each',
])
