import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useLedger, useView } from '../../data/hooks.tsx'
import type { SyncAnswer } from '../../data/views/sync.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './doctor.module.css'
import { Fact, Facts } from './fact.tsx'
import { RecordList } from './record-list.tsx'
import { RefusedList } from './refused-list.tsx'

/** As many as are listed by name. */
const most = 100

/** What was sent and fetched, and what waits, was refused or is in conflict. */
export function RecordsCard({ sync }: { readonly sync: SyncAnswer }) {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const records = useView({ view: 'unsynced', most })
  const isAlone = sync.phase === 'local-only'
  const number = new Intl.NumberFormat(locale)
  const when = (at: number | undefined) =>
    at === undefined ? t('doctor.never') : momentName(at, locale)
  return (
    <Card title={t('doctor.records')}>
      <Facts>
        {!isAlone && (
          <>
            <Fact name={t('doctor.sent')}>{when(sync.pushedAt)}</Fact>
            <Fact name={t('doctor.fetched')}>{when(sync.pulledAt)}</Fact>
            <Fact name={t('doctor.waiting')}>
              {sync.pending === 0
                ? t('doctor.nothing')
                : number.format(sync.pending)}
            </Fact>
          </>
        )}
        <Fact name={t('doctor.conflicts')}>
          {sync.conflicted === 0 ? (
            t('doctor.nothing')
          ) : (
            <Link to="/conflicts">
              <Mark
                icon={<IconAlertTriangle size={16} aria-hidden />}
                words={t('doctor.toSettle', { count: sync.conflicted })}
                tone="warning"
              />
            </Link>
          )}
        </Fact>
      </Facts>
      {!isAlone && (
        <footer className={styles['foot']}>
          <Button onPress={() => void ledger.syncNow()}>
            {t('settings.syncNow')}
          </Button>
        </footer>
      )}
      {records !== undefined && records.refused.length > 0 && (
        <RefusedList refused={records.refused} all={sync.refused.length} />
      )}
      {records !== undefined && records.pending.length > 0 && (
        <details className={styles['more']}>
          <summary>{t('doctor.showWaiting', { count: sync.pending })}</summary>
          <RecordList records={records.pending} all={sync.pending} />
        </details>
      )}
    </Card>
  )
}
