import { useRef, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import type { RatesChoice, RatesFile, RatesProgress } from '../../data/files.ts'
import type { CurrenciesAnswer } from '../../data/views/rates.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Notice, Progress, Waiting } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { ChooseRates } from './choose-rates.tsx'
import styles from './currencies.module.css'
import { RatesOutcome } from './rates-outcome.tsx'

type ImportDialogProps = {
  readonly answer: CurrenciesAnswer
  readonly onClose: () => void
}

type Step =
  | { readonly step: 'file'; readonly failure?: string | undefined }
  | { readonly step: 'looking'; readonly file: File }
  | { readonly step: 'choice'; readonly file: File; readonly found: RatesFile }
  | {
      readonly step: 'reading'
      readonly file: File
      readonly progress: RatesProgress | undefined
    }
  | {
      readonly step: 'done'
      readonly file: File
      readonly progress: RatesProgress
    }

/** A file of rates, from choosing it to what came of it. */
export function ImportDialog({ answer, onClose }: ImportDialogProps) {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [state, setState] = useState<Step>({ step: 'file' })
  const cancel = useRef<AbortController>(undefined)

  async function look(file: File) {
    setState({ step: 'looking', file })
    try {
      const found = await ledger.lookAtRates(file)
      if (found.ok) setState({ step: 'choice', file, found: found.value })
      else {
        const { code, ...where } = found.failure
        const failure = t(`currencies.file_${code}`, {
          name: file.name,
          ...where,
        })
        setState({ step: 'file', failure })
      }
    } catch (error) {
      setState({ step: 'file', failure: problem(error) })
    }
  }

  async function bring(file: File, choice: RatesChoice) {
    const control = new AbortController()
    cancel.current = control
    setState({ step: 'reading', file, progress: undefined })
    try {
      const progress = await ledger.importRates(
        file,
        choice,
        // The last one may come after the answer.
        soFar =>
          setState(now =>
            now.step === 'reading' ? { ...now, progress: soFar } : now,
          ),
        control.signal,
      )
      setState({ step: 'done', file, progress })
    } catch (error) {
      setState({ step: 'file', failure: problem(error) })
    }
  }

  function close() {
    // What was written stays, and the same file brings the rest.
    cancel.current?.abort()
    onClose()
  }

  return (
    <Dialog
      title={t('currencies.importTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={close}
      isWide
    >
      {state.step === 'file' && (
        <ChooseFile failure={state.failure} onFile={file => void look(file)} />
      )}
      {state.step === 'looking' && (
        <Waiting label={t('currencies.looking', { name: state.file.name })} />
      )}
      {state.step === 'choice' && (
        <ChooseRates
          found={state.found}
          answer={answer}
          onBack={() => setState({ step: 'file' })}
          onChoice={choice => void bring(state.file, choice)}
        />
      )}
      {state.step === 'reading' && (
        <Reading
          name={state.file.name}
          progress={state.progress}
          onCancel={() => cancel.current?.abort()}
        />
      )}
      {state.step === 'done' && (
        <RatesOutcome
          name={state.file.name}
          progress={state.progress}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

type ChooseFileProps = {
  readonly failure: string | undefined
  readonly onFile: (file: File) => void
}

function ChooseFile({ failure, onFile }: ChooseFileProps) {
  const { t } = useWords()
  return (
    <>
      <p className={styles['quiet']}>{t('currencies.importWords')}</p>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      <FileDrop
        label={t('currencies.importTitle')}
        accepts={['text/csv', 'text/xml', '.csv', '.xml']}
        choose={t('currencies.choose')}
        orDrop={t('currencies.drop')}
        onFile={onFile}
      />
    </>
  )
}

type ReadingProps = {
  readonly name: string
  readonly progress: RatesProgress | undefined
  readonly onCancel: () => void
}

function Reading({ name, progress, onCancel }: ReadingProps) {
  const { t, locale } = useWords()
  const number = new Intl.NumberFormat(locale)
  return (
    <>
      <Progress
        label={t('currencies.reading', { name })}
        done={progress?.bytesRead ?? 0}
        all={progress?.bytesAll ?? 1}
        words={t('currencies.progress', {
          days: number.format(progress?.days ?? 0),
          added: number.format(progress?.added ?? 0),
        })}
      />
      <DialogActions>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </DialogActions>
    </>
  )
}
