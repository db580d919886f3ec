import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import type { ImportProgress } from '../../data/files.ts'
import { Button } from '../../ui/button.tsx'
import { FileOutcome, FileRows } from '../../ui/file-outcome.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'

type EarlierImportProps = {
  readonly name: string
  readonly progress: ImportProgress | undefined
  /** The file that waits for this one. */
  readonly next: string | undefined
  readonly onNext: () => void
  readonly onCancel: () => void
  readonly onAnother: () => void
}

/** The earlier system's file on its way in, and what came of it. */
export function EarlierImport(props: EarlierImportProps) {
  const { name, progress, onCancel } = props
  const { t, locale } = useWords()
  if (progress?.phase === 'done' || progress?.phase === 'cancelled') {
    return (
      <Card title={t('files.importTitle')}>
        <Outcome {...props} progress={progress} />
      </Card>
    )
  }
  const number = new Intl.NumberFormat(locale)
  return (
    <Card title={t('files.importTitle')}>
      <Progress
        label={t('files.reading', { name })}
        done={progress?.bytesRead ?? 0}
        all={progress?.bytesAll ?? 1}
        words={t('files.progress', {
          read: number.format(progress?.read ?? 0),
          added: number.format(progress?.added ?? 0),
        })}
      />
      <footer className={styles['foot']}>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
      </footer>
    </Card>
  )
}

type OutcomeProps = EarlierImportProps & { readonly progress: ImportProgress }

function Outcome(props: OutcomeProps) {
  const { name, progress, next, onNext, onAnother } = props
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
        {next === undefined && (
          <Button onPress={onAnother}>{t('files.another')}</Button>
        )}
        <Button
          kind={next === undefined ? 'primary' : 'quiet'}
          onPress={() => void navigate('/transactions')}
        >
          {t('files.showThem')}
        </Button>
        {next !== undefined && (
          <Button kind="primary" onPress={onNext}>
            {t('imports.nextFile', { name: next })}
          </Button>
        )}
      </footer>
    </>
  )
}
