import { useState } from 'react'
import { RescueOutcome } from '../../acts/rescue-outcome.tsx'
import RestoreBackup from '../../acts/restore-backup.tsx'
import type { RescueReading } from '../../data/care.ts'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'

/** A backup comes back, into this ledger or one of its own. */
export function RestoreCard() {
  const { t } = useWords()
  const [done, setDone] = useState<RescueReading>()
  return (
    <Card title={t('backup.restoreTitle')}>
      <p>{t('backup.restoreWords')}</p>
      {done !== undefined && <RescueOutcome outcome={done} />}
      <RestoreBackup key={done?.bytesRead} onRestored={setDone} />
    </Card>
  )
}
