import { Suspense, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { mayWrite } from '@ourmoney/shared/identity/may-write.ts'
import type { SyncAnswer } from '../data/views/sync.ts'
import { updates } from '../platform/updates.ts'
import { later } from '../ui/later.tsx'
import { Button } from '../ui/button.tsx'
import { Notice, Progress } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'
import styles from './shell.module.css'

const Unreadable = later(() => import('./unreadable.tsx'))
const ShutNotice = later(() => import('./shut-notice.tsx'))
const WorkNotices = later(() => import('./work-notices.tsx'))
const DailyBackup = later(() => import('./daily-backup.tsx'))
const DuePosting = later(() => import('./due-posting.tsx'))
const StorageReminder = later(() => import('./storage-reminder.tsx'))

type NoticesProps = { readonly sync: SyncAnswer | undefined }

/** What a person should know before they go on; nothing most of the time. */
export function Notices({ sync }: NoticesProps) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const isUpdateReady = useSyncExternalStore(
    updates.subscribe,
    updates.isWaiting,
  )
  const number = new Intl.NumberFormat(locale)
  return (
    <div className={styles['notices']}>
      {isUpdateReady && (
        <Notice
          actions={
            <Button kind="primary" onPress={() => updates.apply()}>
              {t('shell.update')}
            </Button>
          }
        >
          {t('shell.updateReady')}
        </Notice>
      )}
      {sync?.lost !== undefined && sync.lost > 0 && (
        <Notice isBad>{t('shell.lost', { count: sync.lost })}</Notice>
      )}
      {sync?.phase === 'needs-sign-in' && (
        <Notice
          actions={
            <Button onPress={() => void navigate('/sign-in')}>
              {t('shell.signIn')}
            </Button>
          }
        >
          {t('shell.needsSignInWords')}
        </Notice>
      )}
      {sync?.phase === 'storage-full' && (
        <Notice isBad>{t('shell.storageFullWords')}</Notice>
      )}
      {sync !== undefined && (
        <Suspense>
          {sync.standing === 'none' && <ShutNotice sync={sync} />}
          <StorageReminder sync={sync} />
          {!sync.loading && <DailyBackup />}
          {!sync.loading && mayWrite(sync.standing) && <DuePosting />}
          <Unreadable sync={sync} />
          <WorkNotices />
        </Suspense>
      )}
      {sync?.progress !== undefined && (
        <Progress
          label={t('shell.firstSync')}
          done={sync.progress.done}
          all={sync.progress.all}
          words={t('shell.ofRecords', {
            done: number.format(sync.progress.done),
            all: number.format(sync.progress.all),
          })}
        />
      )}
    </div>
  )
}
