import { IconShieldDown } from '@tabler/icons-react'
import { useState } from 'react'
import { LongWork } from '../../acts/long-work.tsx'
import { useLongWork } from '../../acts/use-long-work.ts'
import { useLedger } from '../../data/hooks.tsx'
import { download } from '../../platform/download.ts'
import { daysSinceBackup, noteBackup } from '../../platform/last-backup.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import { DailyBackup } from './daily-backup.tsx'
import styles from './files.module.css'

/** All of a ledger as one file that becomes the ledger again. */
export function BackupCard() {
  const { t } = useWords()
  const ledger = useLedger()
  const work = useLongWork()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wasTried, setTried] = useState(false)
  const differs = password !== '' && again !== password
  const days = daysSinceBackup(ledger.id)

  async function save() {
    setTried(true)
    if (differs) return
    const chosen = password === '' ? undefined : password
    const file = await work.run((...how) => ledger.backUp(chosen, ...how))
    if (file === undefined) return
    const name = `ourmoney-${today()}.ourmoney`
    download(file.blob, name)
    noteBackup(ledger.id)
    setPassword('')
    setAgain('')
    setTried(false)
    showToast(t('backup.saved', { name, count: file.records }))
  }

  return (
    <Card title={t('backup.title')}>
      {work.isRunning ? (
        <LongWork
          label={t('backup.writing')}
          progress={work.progress}
          onCancel={work.cancel}
        />
      ) : (
        <>
          <p>{t('backup.words')}</p>
          <p>{lastWords()}</p>
          {work.failure !== undefined && <Notice isBad>{work.failure}</Notice>}
          <form
            className={styles['form']}
            onSubmit={event => {
              event.preventDefault()
              void save()
            }}
          >
            <TextField
              label={t('backup.password')}
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
              note={t('backup.passwordNote')}
            />
            {password !== '' && (
              <TextField
                label={t('backup.again')}
                type="password"
                autoComplete="new-password"
                value={again}
                onChange={setAgain}
                issue={wasTried && differs ? t('backup.differs') : undefined}
              />
            )}
            <footer className={styles['foot']}>
              <Button kind="primary" type="submit">
                <IconShieldDown size={18} aria-hidden />
                {t('backup.save')}
              </Button>
            </footer>
          </form>
          <DailyBackup />
        </>
      )}
    </Card>
  )

  function lastWords(): string {
    if (days === undefined) return t('backup.none')
    if (days === 0) return t('backup.lastToday')
    return t('backup.last', { count: days })
  }
}
