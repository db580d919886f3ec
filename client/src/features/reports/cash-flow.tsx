import { cashFlowContent } from './cash-flow-content.ts'
import { stepReport } from './step-report.tsx'

/** What comes in and goes out, as columns with what is left as a line. */
export default stepReport(cashFlowContent)
