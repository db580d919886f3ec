import { useEffect, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type { LeftReview } from '../../data/statements.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Notice } from '../../ui/states.tsx'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'

type LeftNoticeProps = {
  readonly onGoOn: (left: LeftReview) => void
}

/** A review that somebody has left in the middle, and going on with it. */
export function LeftNotice({ onGoOn }: LeftNoticeProps) {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const { run, failure } = useRun()
  const [left, setLeft] = useState<LeftReview>()

  useEffect(() => {
    let isGone = false
    ledger.leftReview().then(
      found => {
        if (!isGone) setLeft(found)
      },
      // Then the file has to be given once more.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [ledger])

  if (left === undefined) return null
  const { name, at, changes } = left
  const said = { name, when: momentName(at, locale) }
  return (
    <>
      <Notice
        actions={
          <footer>
            <Button
              onPress={() =>
                void run(async () => {
                  await ledger.dropLeftReview()
                  setLeft(undefined)
                })
              }
            >
              {t('imports.discardLeft')}
            </Button>
            <Button kind="primary" onPress={() => onGoOn(left)}>
              {t('imports.goOnLeft')}
            </Button>
          </footer>
        }
      >
        {changes === 0
          ? t('imports.leftUnchanged', said)
          : t('imports.left', { ...said, count: changes })}
      </Notice>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
    </>
  )
}
