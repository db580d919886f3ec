import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useDevice, useLedger, useView } from '../data/hooks.tsx'
import type { SyncAnswer } from '../data/views/sync.ts'
import {
  askToKeepStorage,
  noteSafe,
  safeSince,
} from '../platform/keep-storage.ts'
import { daysSinceBackup } from '../platform/last-backup.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/states.tsx'
import { showToast } from '../ui/toasts.tsx'
import { useWords } from '../words/words.ts'

const day = 86_400_000
const look = 3_600_000

/** Days without a backup of a ledger that no server has. */
const mostDays = 30

/**
 * Reminds of what is nowhere else: of a ledger that no server has after a
 * week, of changes that wait after a day, where the browser may clear them; of
 * a backup after a month, wherever that is.
 */
export default function StorageReminder({
  sync,
}: {
  readonly sync: SyncAnswer
}) {
  const { t } = useWords()
  const navigate = useNavigate()
  const device = useDevice()
  const { id } = useLedger()
  const isEmpty = useView({ view: 'lookups' })?.isEmpty ?? true
  const [due, setDue] = useState<'keep' | 'back-up'>()
  const { phase, pending } = sync
  const isLocal = phase === 'local-only'
  const isAlone = isLocal ? !isEmpty : pending > 0

  useEffect(() => {
    let isGone = false
    if (phase === 'up-to-date' && pending === 0) noteSafe(id)
    async function check() {
      const { persisted } = await device.storage()
      const alone = isAlone ? (Date.now() - safeSince(id)) / day : 0
      const isKept = persisted || alone <= (isLocal ? 7 : 1)
      const isBackedUp = !isLocal || alone <= mostDays
      if (isGone) return
      setDue(isKept ? (isBackedUp ? undefined : 'back-up') : 'keep')
    }
    void check()
    const timer = setInterval(() => void check(), look)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [device, id, phase, pending, isLocal, isAlone])

  async function keep() {
    if (await askToKeepStorage()) setDue(undefined)
    else showToast(t('settings.keepRefused'))
  }

  function later() {
    noteSafe(id)
    setDue(undefined)
  }

  if (due === undefined) return null
  if (due === 'back-up') {
    const days = daysSinceBackup(id)
    return (
      <Notice
        actions={
          <footer>
            <Button onPress={() => void navigate('/files')}>
              {t('backup.make')}
            </Button>
            <Button kind="plain" onPress={later}>
              {t('shell.notNow')}
            </Button>
          </footer>
        }
      >
        {days === undefined
          ? t('backup.dueFirst')
          : t('backup.due', { count: days })}
      </Notice>
    )
  }
  return (
    <Notice
      actions={
        <footer>
          <Button onPress={() => void keep()}>{t('settings.keep')}</Button>
          {isLocal && (
            <Button onPress={() => void navigate('/files')}>
              {t('shell.files')}
            </Button>
          )}
          <Button kind="plain" onPress={later}>
            {t('shell.notNow')}
          </Button>
        </footer>
      }
    >
      {isLocal
        ? t('shell.onlyHere')
        : t('shell.pendingLong', { count: pending })}
    </Notice>
  )
}
