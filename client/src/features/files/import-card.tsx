import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconFileImport,
  IconTrash,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useNavigate } from 'react-router'
import { useLedger } from '../../data/hooks.tsx'
import { LedgerError, type ImportProgress } from '../../data/ledger.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Mark, Notice, Progress } from '../../ui/states.tsx'
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

  async function bring(file: File | undefined) {
    if (file === undefined) return
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
          <DropZone
            className={styles['drop'] ?? ''}
            aria-label={t('files.importTitle')}
            onDrop={event => {
              const dropped = event.items.find(item => item.kind === 'file')
              void dropped?.getFile().then(bring)
            }}
          >
            <IconFileImport size={32} stroke={1.5} aria-hidden />
            <FileTrigger
              acceptedFileTypes={['application/json', '.json']}
              onSelect={files => void bring(files?.[0])}
            >
              <Button kind="primary">{t('files.choose')}</Button>
            </FileTrigger>
            <span>{t('files.drop')}</span>
          </DropZone>
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
      <ul className={styles['outcome']}>
        {lines
          .filter(([key, count]) => count > 0 || key === 'added')
          .map(([key, count, Icon, tone]) => (
            <li key={key}>
              <Mark
                icon={<Icon size={16} aria-hidden />}
                words={t(`files.${key}`, { count })}
                tone={tone}
              />
            </li>
          ))}
      </ul>
      {progress.unreadableRows.length > 0 && (
        <Rows
          heads={[t('files.row'), t('files.reason'), t('files.found')]}
          rows={progress.unreadableRows.map(({ row, code, found }) => [
            String(row),
            t(`files.why_${code}` as 'files.why_no-id'),
            found,
          ])}
        />
      )}
      {progress.changedRows.length > 0 && (
        <Rows
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

type RowsProps = {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Rows({ heads, rows }: RowsProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
    <div
      className={styles['scroll']}
      tabIndex={0}
      role="region"
      aria-label={heads.join(', ')}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
