import { later } from '../ui/later.tsx'

/** Also what every record leads to: the shell loads it before it is asked for. */
export const RecordHistory = later(
  () => import('../features/history/record-history.tsx'),
)
