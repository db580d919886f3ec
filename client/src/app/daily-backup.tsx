import { useEffect, useState } from 'react'
import { useBackupFolder } from '../acts/use-backup-folder.ts'
import { useLedger } from '../data/hooks.tsx'
import type { Ledger } from '../data/ledger.ts'
import type { BackupFolder } from '../platform/backup-folder.ts'
import {
  dailyBackupDay,
  noteBackup,
  noteDailyBackup,
} from '../platform/last-backup.ts'
import { Button } from '../ui/button.tsx'
import { today } from '../ui/dates.ts'
import { Notice } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

const look = 3_600_000
/** The app starts before anything is written. */
const first = 5_000

/** Once a day into the folder that was chosen for it; says when it cannot. */
export default function DailyBackup() {
  const { t } = useWords()
  const ledger = useLedger()
  const folder = useBackupFolder(ledger.id)
  const [hasFailed, setFailed] = useState(false)

  useEffect(() => {
    if (folder?.access !== 'granted') return
    const stop = new AbortController()
    const { signal } = stop
    const keep = () =>
      backUpOnce(ledger, folder, signal).then(
        () => setFailed(false),
        // The folder is gone, or the disk is full; in an hour it is tried again.
        () => setFailed(!signal.aborted),
      )
    const soon = setTimeout(() => void keep(), first)
    const timer = setInterval(() => void keep(), look)
    return () => {
      stop.abort()
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [ledger, folder])

  if (folder === undefined) return null
  const { name } = folder
  if (folder.access === 'asks') {
    return (
      <Notice
        actions={
          <Button onPress={() => void folder.allow()}>
            {t('backup.allow')}
          </Button>
        }
      >
        {t('backup.folderAsks', { name })}
      </Notice>
    )
  }
  return hasFailed ? (
    <Notice isBad>{t('backup.folderGone', { name })}</Notice>
  ) : null
}

/** By one tab at a time. */
async function backUpOnce(
  ledger: Ledger,
  folder: BackupFolder,
  signal: AbortSignal,
): Promise<void> {
  await navigator.locks.request(`ourmoney-backup-${ledger.id}`, async () => {
    const day = today()
    if (signal.aborted || dailyBackupDay(ledger.id) === day) return
    const file = await ledger.backUp(undefined, () => {}, signal)
    if (file === undefined) return
    await folder.write(file.blob, day)
    noteDailyBackup(ledger.id, day)
    noteBackup(ledger.id)
  })
}
