import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconTrash,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useLedger } from '../../data/hooks.tsx'
import type { ImportProgress } from '../../data/files.ts'
import { LedgerError } from '../../data/ledger-error.ts'
import { Button } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FileOutcome, FileRows } from '../../ui/file-outcome.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './files.module.css'

type Importing = {
  readonly name: string
  readonly progress: ImportProgress | undefined
}

/** The earlier system's file, from choosing it to what came of it. */
export function ImportCard() {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [importing, setImporting] = useState<Importing>()
  const [failure, setFailure] = useState<string>()
  const cancel = useRef<AbortController>(undefined)

  async function bring(file: File) {
    const { name } = file
    const control = new AbortController()
    cancel.current = control
    setFailure(undefined)
    setImporting({ name, progress: undefined })
    try {
      const progress = await ledger.importEarlier(
        file,
        name,
        soFar => setImporting({ name, progress: soFar }),
        control.signal,
      )
      setImporting({ name, progress })
    } catch (error) {
      setImporting(undefined)
      setFailure(
        error instanceof LedgerError && error.code === 'not-an-export'
          ? t('files.notAnExport', { name, found: error.detail })
          : problem(error),
      )
    }
  }

  const progress = importing?.progress
  const isDone = progress?.phase === 'done' || progress?.phase === 'cancelled'
  if (importing !== undefined && !isDone) {
    const number = new Intl.NumberFormat(locale)
    return (
      <Card title={t('files.importTitle')}>
        <Progress
          label={t('files.reading', { name: importing.name })}
          done={progress?.bytesRead ?? 0}
          all={progress?.bytesAll ?? 1}
          words={t('files.progress', {
            read: number.format(progress?.read ?? 0),
            added: number.format(progress?.added ?? 0),
          })}
        />
        <footer className={styles['foot']}>
          <Button onPress={() => cancel.current?.abort()}>
            {t('common.cancel')}
          </Button>
        </footer>
      </Card>
    )
  }
  return (
    <Card title={t('files.importTitle')}>
      {importing !== undefined && progress !== undefined && (
        <Outcome
          name={importing.name}
          progress={progress}
          onAnother={() => setImporting(undefined)}
        />
      )}
      {importing === undefined && (
        <>
          <p>{t('files.importWords')}</p>
          {failure !== undefined && <Notice isBad>{failure}</Notice>}
          <FileDrop
            label={t('files.importTitle')}
            accepts={['application/json', '.json']}
            choose={t('files.choose')}
            orDrop={t('files.drop')}
            onFile={file => void bring(file)}
          />
        </>
      )}
    </Card>
  )
}

type OutcomeProps = {
  readonly name: string
  readonly progress: ImportProgress
  readonly onAnother: () => void
}

function Outcome({ name, progress, onAnother }: OutcomeProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const lines = [
    ['added', progress.added, IconCheck, 'good'],
    ['known', progress.known, IconEqual, 'quiet'],
    ['changed', progress.changed, IconAlertTriangle, 'warning'],
    ['deletedBefore', progress.deletedBefore, IconTrash, 'quiet'],
    ['skipped', progress.skipped, IconTrash, 'quiet'],
    ['unreadable', progress.unreadable, IconAlertTriangle, 'bad'],
  ] as const
  return (
    <>
      <Notice>
        {progress.phase === 'cancelled'
          ? t('files.cancelled')
          : t('files.done', { name })}
      </Notice>
      <FileOutcome
        lines={lines
          .filter(([key, count]) => count > 0 || key === 'added')
          .map(([key, count, Icon, tone]) => ({
            words: t(`files.${key}`, { count }),
            Icon,
            tone,
          }))}
      />
      {progress.unreadableRows.length > 0 && (
        <FileRows
          heads={[t('files.row'), t('files.reason'), t('files.found')]}
          rows={progress.unreadableRows.map(({ row, code, found }) => [
            String(row),
            t(`files.why_${code}` as 'files.why_no-id'),
            found,
          ])}
        />
      )}
      {progress.changedRows.length > 0 && (
        <FileRows
          heads={[t('files.row'), t('common.description')]}
          rows={progress.changedRows.map(({ row, words }) => [
            String(row),
            words,
          ])}
        />
      )}
      <footer className={styles['foot']}>
        <Button onPress={onAnother}>{t('files.another')}</Button>
        <Button kind="primary" onPress={() => void navigate('/transactions')}>
          {t('files.showThem')}
        </Button>
      </footer>
    </>
  )
}
