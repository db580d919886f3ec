import { useEffect, useRef, useState } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { WorkProgress } from '../../data/changes.ts'
import { useLedger } from '../../data/hooks.tsx'
import type { RulesPreview } from '../../data/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { dayName } from '../../ui/dates.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FileRows } from '../../ui/file-outcome.tsx'
import { Notice, Progress, Waiting } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useProblem } from '../../words/use-problem.ts'
import { useProgressWords } from '../../words/use-progress-words.ts'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'
import { useRuleWords } from './rule-words.ts'
import type { ImportNames } from './use-import-names.ts'

type ApplyRulesProps = {
  readonly names: ImportNames
  readonly onClose: () => void
}

/** Changes that are shown; all are counted. */
const shown = 100

/** What the rules would change of what is there, and doing it. */
export function ApplyRules({ names, onClose }: ApplyRulesProps) {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const acts = useActs()
  const words = useRuleWords(names)
  const progressWords = useProgressWords()
  const problem = useProblem()
  const { run, failure, fail } = useRun()
  const [isReplacing, setReplacing] = useState(false)
  const [preview, setPreview] = useState<RulesPreview>()
  const [progress, setProgress] = useState<WorkProgress>()
  const cancelling = useRef<AbortController>(undefined)
  const failed = useStable((error: unknown) => fail(problem(error)))
  const days = { today: t('common.today'), yesterday: t('common.yesterday') }

  useEffect(() => {
    let isGone = false
    ledger.previewRules({ filter: {}, isReplacing }, shown).then(
      found => {
        if (!isGone) setPreview(found)
      },
      (error: unknown) => {
        if (!isGone) failed(error)
      },
    )
    return () => {
      isGone = true
    }
  }, [ledger, isReplacing, failed])

  function apply(): Promise<void> {
    const control = new AbortController()
    cancelling.current = control
    setProgress({ phase: 'writing', done: 0, all: preview?.count ?? 0 })
    return run(async () => {
      try {
        const { act, ids } = await ledger.applyRules(
          { filter: {}, isReplacing },
          // The last one may come after the answer.
          soFar => setProgress(now => now && soFar),
          control.signal,
        )
        const said = t('imports.rulesApplied', { count: ids.length })
        if (ids.length > 0) acts.sayDone(said, act)
        else showToast(said)
        onClose()
      } finally {
        setProgress(undefined)
      }
    })
  }

  return (
    <Dialog
      title={t('imports.applyRules')}
      closeLabel={t('common.close')}
      isOpen
      // What was written stays, and can be undone.
      onClose={
        progress === undefined ? onClose : () => cancelling.current?.abort()
      }
      isWide
    >
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {progress !== undefined ? (
        <>
          <Progress
            label={t('imports.applyingRules')}
            done={progress.done}
            all={progress.all}
            words={progressWords(progress.done, progress.all)}
          />
          <DialogActions>
            <Button onPress={() => cancelling.current?.abort()}>
              {t('common.cancel')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <>
          <Check
            isSelected={isReplacing}
            onChange={isOn => {
              setPreview(undefined)
              fail(undefined)
              setReplacing(isOn)
            }}
          >
            {t('imports.replacing')}
          </Check>
          {preview === undefined && failure === undefined && (
            <Waiting label={t('common.loading')} />
          )}
          {preview !== undefined && (
            <>
              <p>{t('imports.wouldChange', { count: preview.count })}</p>
              {preview.locked > 0 && (
                <Notice>
                  {t('imports.lockedStay', { count: preview.locked })}
                </Notice>
              )}
              {preview.broken.length > 0 && (
                <Notice isBad>
                  {t('imports.brokenPatterns', {
                    patterns: preview.broken.join(', '),
                  })}
                </Notice>
              )}
              {preview.changes.length > 0 && (
                <FileRows
                  heads={[
                    t('common.date'),
                    t('common.description'),
                    t('common.amount'),
                    t('imports.becomes'),
                  ]}
                  rows={preview.changes.map(change => [
                    dayName(change.date, locale, days),
                    change.description,
                    formatMoney(change.minor, change.currency, locale),
                    words.set(change),
                  ])}
                />
              )}
            </>
          )}
          <DialogActions>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button
              kind="primary"
              isDisabled={preview === undefined || preview.count === 0}
              onPress={() => void apply()}
            >
              {t('imports.applyNow', { count: preview?.count ?? 0 })}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
