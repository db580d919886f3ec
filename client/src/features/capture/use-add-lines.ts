import { useState } from 'react'
import type { QuickLine } from '@ourmoney/shared/capture/quick-lines.ts'
import { quickTransaction } from '@ourmoney/shared/capture/quick-transaction.ts'
import type { QuickReading } from '@ourmoney/shared/capture/reading.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useWords } from '../../words/words.ts'

export type ReadLine = {
  readonly line: QuickLine
  readonly reading: QuickReading
}

type Field = {
  readonly drop: (lines: readonly QuickLine[]) => void
  readonly restore: (lines: readonly QuickLine[]) => void
}

/** Adds lines as one act, which one "undo" takes back. */
export function useAddLines({ drop, restore }: Field) {
  const { t } = useWords()
  const acts = useActs()
  const [added, setAdded] = useState<readonly QuickReading[]>([])
  const [failure, setFailure] = useState<string>()

  async function add(ready: readonly ReadLine[]): Promise<void> {
    const changes = ready.flatMap(({ reading }) => {
      const fields = quickTransaction(reading)
      return fields === undefined
        ? []
        : [
            {
              change: 'create',
              doc: { kind: 'transaction', ...fields },
            } as const,
          ]
    })
    setFailure(undefined)
    if (changes.length === 0) return
    const lines = ready.map(({ line }) => line)
    const readings = ready.map(({ reading }) => reading)
    // At once, so that the next can be typed while this one is stored.
    drop(lines)
    const receipt = await acts.save(changes, undefined, words => {
      restore(lines)
      setFailure(words)
    })
    if (receipt === undefined) return
    setAdded(readings)
    const [first] = readings
    const name = first?.parts.description || t('common.transfer')
    acts.sayDone(
      readings.length === 1
        ? t('capture.added', { name })
        : t('capture.addedMany', { count: readings.length }),
      receipt.act,
      () => setAdded([]),
    )
  }

  return { add, added, failure }
}
