import { savingsContent } from './savings-content.ts'
import { stepReport } from './step-report.tsx'

/** How much of what comes in is kept. */
export default stepReport(savingsContent)
