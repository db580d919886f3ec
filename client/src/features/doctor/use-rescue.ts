import { useRef, useState } from 'react'
import type { CareProgress, RescueScope } from '../../data/care.ts'
import { useLedger } from '../../data/hooks.tsx'
import { download } from '../../platform/download.ts'
import { noteSafe } from '../../platform/keep-storage.ts'
import { today } from '../../ui/dates.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

/** Writes a rescue file and gives it to the person; one at a time. */
export function useRescue() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [busy, setBusy] = useState<RescueScope>()
  const [progress, setProgress] = useState<CareProgress>()
  const control = useRef<AbortController>(undefined)

  /** True when the file was given. */
  async function save(scope: RescueScope): Promise<boolean> {
    const stop = new AbortController()
    control.current = stop
    setBusy(scope)
    try {
      const file = await ledger.rescue(scope, setProgress, stop.signal)
      if (file === undefined) return false
      const name = `ourmoney-rescue-${today()}.json`
      download(file.blob, name)
      if (scope === 'everything') noteSafe(ledger.id)
      showToast(t('doctor.rescued', { name, count: file.records }))
      return true
    } catch (error) {
      showToast(problem(error))
      return false
    } finally {
      setBusy(undefined)
      setProgress(undefined)
    }
  }

  return { save, busy, progress, cancel: () => control.current?.abort() }
}
