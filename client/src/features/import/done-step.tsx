import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconEqual,
  IconLink,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import type { FileBroughtIn } from '../../data/statements.ts'
import { Button } from '../../ui/button.tsx'
import { FileOutcome } from '../../ui/file-outcome.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { useProgressWords } from '../../words/use-progress-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { TakenBack } from './taken-back.tsx'
import { useTakeBack } from './use-take-back.ts'

type DoneStepProps = {
  readonly name: string
  readonly progress: FileBroughtIn
  /** The file that waits for this one. */
  readonly next: string | undefined
  readonly onNext: () => void
  /** Of one that was stopped. */
  readonly onGoOn: (() => void) | undefined
  readonly onAnother: () => void
}

/** What came of a file, and the ways on and back. */
export function DoneStep(props: DoneStepProps) {
  const { name, progress, next, onNext, onGoOn, onAnother } = props
  const { t } = useWords()
  const navigate = useNavigate()
  const words = useProgressWords()
  const back = useTakeBack()
  const isBusy = back.progress !== undefined
  const { added, matched, left } = progress
  const lines = [
    { key: 'doneAdded', count: added, Icon: IconCheck, tone: 'good' },
    { key: 'doneMatched', count: matched, Icon: IconLink, tone: 'good' },
    { key: 'doneKnown', count: left.known, Icon: IconEqual, tone: 'quiet' },
    { key: 'doneDeleted', count: left.deleted, Icon: IconTrash, tone: 'quiet' },
    {
      key: 'doneRefused',
      count: left.refused,
      Icon: IconAlertTriangle,
      tone: 'bad',
    },
  ] as const
  return (
    <>
      <h1>{t('imports.title')}</h1>
      <Card>
        <Notice>
          {progress.phase === 'cancelled'
            ? t('imports.doneCancelled')
            : t('imports.doneTitle', { name })}
        </Notice>
        {back.undone === undefined ? (
          <FileOutcome
            lines={lines
              .filter(({ key, count }) => count > 0 || key === 'doneAdded')
              .map(({ key, count, ...line }) => ({
                ...line,
                words: t(`imports.${key}`, { count }),
              }))}
          />
        ) : (
          <TakenBack undone={back.undone} />
        )}
        {back.failure !== undefined && <Notice isBad>{back.failure}</Notice>}
        {back.progress !== undefined && (
          <Progress
            label={t('imports.takingBack', { name })}
            done={back.progress.done}
            all={back.progress.all}
            words={words(back.progress.done, back.progress.all)}
          />
        )}
        <footer className={styles['foot']}>
          {isBusy && (
            <Button onPress={back.cancel}>{t('common.cancel')}</Button>
          )}
          {!isBusy && back.undone === undefined && added + matched > 0 && (
            <Button onPress={() => void back.takeBack(progress.batch)}>
              <IconArrowBackUp size={18} aria-hidden />
              {t('imports.takeBack')}
            </Button>
          )}
          {onGoOn !== undefined && back.undone === undefined && (
            <Button isDisabled={isBusy} onPress={onGoOn}>
              {t('imports.goOnWith')}
            </Button>
          )}
          {next === undefined && (
            <Button isDisabled={isBusy} onPress={onAnother}>
              {t('imports.another')}
            </Button>
          )}
          <Button
            kind={next === undefined ? 'primary' : 'quiet'}
            onPress={() => void navigate('/transactions')}
          >
            {t('imports.showThem')}
          </Button>
          {next !== undefined && (
            <Button kind="primary" isDisabled={isBusy} onPress={onNext}>
              {t('imports.nextFile', { name: next })}
            </Button>
          )}
        </footer>
      </Card>
    </>
  )
}
