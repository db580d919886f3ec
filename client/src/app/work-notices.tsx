import { useState } from 'react'
import { useLedger, useView } from '../data/hooks.tsx'
import { keptHere } from '../platform/kept-text.ts'
import { Button } from '../ui/button.tsx'
import { Notice, Progress } from '../ui/states.tsx'
import { showToast } from '../ui/toasts.tsx'
import { useActWords } from '../words/use-act-words.ts'
import { useProblem } from '../words/use-problem.ts'
import { useProgressWords } from '../words/use-progress-words.ts'
import { useWords } from '../words/words.ts'
import styles from './work-notices.module.css'

const seenKey = 'ourmoney-cut'

/** How far a large act is, and one that was cut short with the way to take it back. */
export default function WorkNotices() {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const actWords = useActWords()
  const progressWords = useProgressWords()
  const work = useView({ view: 'work' })
  const [seen, setSeen] = useState(() => keptHere.read(seenKey))
  if (work === undefined) return null
  const { underway, cut } = work
  const number = new Intl.NumberFormat(locale)

  function leave(act: string) {
    keptHere.keep(seenKey, act)
    setSeen(act)
  }

  async function takeBack(act: string) {
    try {
      const done = await ledger.undo(act)
      if (done !== undefined) {
        showToast(t('acts.undone', { act: actWords(done) }))
      }
    } catch (error) {
      showToast(problem(error))
    }
  }

  if (underway !== undefined) {
    const { way, done, all } = underway
    return (
      <div className={styles['underway']}>
        <Progress
          label={t(`acts.way_${way}`)}
          done={done}
          all={all}
          words={progressWords(done, all)}
        />
      </div>
    )
  }
  if (cut === undefined || cut.act === seen) return null
  const { act, did, count, of } = cut
  return (
    <Notice
      isBad
      actions={
        <footer>
          <Button onPress={() => void takeBack(act)}>{t('common.undo')}</Button>
          <Button kind="plain" onPress={() => leave(act)}>
            {t('acts.leaveCut')}
          </Button>
        </footer>
      }
    >
      {t(did === 'merged' ? 'acts.cutMerge' : 'acts.cutMany', {
        done: number.format(count),
        all: number.format(of),
      })}
    </Notice>
  )
}
