import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconGitMerge,
} from '@tabler/icons-react'
import type { RescueReading } from '../data/care.ts'
import { FileOutcome } from '../ui/file-outcome.tsx'
import { Notice } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

/** What came of reading a rescue file. */
export function RescueOutcome({
  outcome,
}: {
  readonly outcome: RescueReading
}) {
  const { t } = useWords()
  const lines = [
    ['added', outcome.added, IconCheck, 'good'],
    ['broughtVersion', outcome.changed, IconGitMerge, 'good'],
    ['wasHere', outcome.known, IconEqual, 'quiet'],
    ['unreadable', outcome.unreadable, IconAlertTriangle, 'bad'],
  ] as const
  return (
    <>
      <Notice>
        {t(
          outcome.phase === 'cancelled' ? 'doctor.readCut' : 'doctor.readDone',
        )}
      </Notice>
      <FileOutcome
        lines={lines
          .filter(([key, count]) => count > 0 || key === 'added')
          .map(([key, count, Icon, tone]) => ({
            words: t(`doctor.${key}`, { count }),
            Icon,
            tone,
          }))}
      />
    </>
  )
}
