import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useDevice, useLedger, useView } from '../data/hooks.tsx'
import type { SyncAnswer } from '../data/views/sync.ts'
import {
  askToKeepStorage,
  noteSafe,
  safeSince,
} from '../platform/keep-storage.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/states.tsx'
import { showToast } from '../ui/toasts.tsx'
import { useWords } from '../words/words.ts'

const day = 86_400_000
const look = 3_600_000

/**
 * Where the browser may clear a ledger, reminds of what is nowhere else: a
 * ledger that no server has after a week, changes that wait after a day.
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
  const [isDue, setDue] = useState(false)
  const { phase, pending } = sync
  const isLocal = phase === 'local-only'
  const isAlone = isLocal ? !isEmpty : pending > 0

  useEffect(() => {
    let isGone = false
    if (phase === 'up-to-date' && pending === 0) noteSafe(id)
    async function check() {
      const { persisted } = await device.storage()
      const since = safeSince(id)
      const isLong = Date.now() - since > (isLocal ? 7 : 1) * day
      if (!isGone) setDue(isAlone && isLong && !persisted)
    }
    void check()
    const timer = setInterval(() => void check(), look)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [device, id, phase, pending, isLocal, isAlone])

  async function keep() {
    if (await askToKeepStorage()) setDue(false)
    else showToast(t('settings.keepRefused'))
  }

  function later() {
    noteSafe(id)
    setDue(false)
  }

  if (!isDue) return null
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
