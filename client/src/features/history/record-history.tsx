import { IconArrowLeft } from '@tabler/icons-react'
import { useDeferredValue } from 'react'
import { Link, useParams } from 'react-router'
import { mayWrite } from '@ourmoney/shared/identity/may-write.ts'
import { Readers } from '../../acts/may-write.tsx'
import { placeOf } from '../../acts/place-of.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { HistoryAnswer, Version } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, Notice, Waiting } from '../../ui/states.tsx'
import { currencyIn, recordName } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import { currenciesOf } from './currencies-of.ts'
import styles from './history.module.css'
import { RecordAmount } from './record-amount.tsx'
import { VersionItem } from './version-item.tsx'

/** Of a long history, what a screen shows at first. */
const inSight = 12

/** All that became of one record; any version of it can be had back. */
export default function RecordHistory() {
  const { t, locale } = useWords()
  const { id = '' } = useParams()
  const { save } = useActs()
  const found = useView({ view: 'history', id })
  const sync = useView({ view: 'sync' })
  if (found === undefined || sync === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const { doc, isNewer, versions, names } = found
  if (doc === undefined) {
    return (
      <EmptyState
        title={isNewer ? t('history.newer') : t('history.gone')}
        words={isNewer ? undefined : t('history.goneWords')}
        isPage
      >
        <Link to="/history">{t('history.title')}</Link>
      </EmptyState>
    )
  }
  const isDeleted = doc._deleted === true
  const place = isDeleted ? undefined : placeOf(doc)
  const canWrite = mayWrite(sync.standing)

  const returnTo = ({ at }: Version) =>
    save([{ change: 'return', id, at }], count =>
      count === 0
        ? t('history.same')
        : t('history.returned', { when: momentName(at, locale) }),
    )
  const restore = () =>
    save(
      [{ change: 'restore', ids: [id] }],
      t('history.restored', { count: 1 }),
    )

  return (
    <Page>
      <Link to="/history" className={styles['back'] ?? ''}>
        <IconArrowLeft size={16} aria-hidden />
        {t('history.title')}
      </Link>
      <header className={styles['head']}>
        <div>
          <h1 dir="auto">{recordName(doc, names, t)}</h1>
          <p className={styles['quiet']}>{t(`records.kind_${doc.kind}`)}</p>
        </div>
        <RecordAmount doc={doc} />
        {place !== undefined && <Link to={place}>{t('history.open')}</Link>}
      </header>
      {isDeleted && (
        <Notice
          actions={
            canWrite && (
              <Button onPress={() => void restore()}>
                {t('history.restore')}
              </Button>
            )
          }
        >
          {t('history.inTrash')}
        </Notice>
      )}
      <Readers>
        <p className={styles['quiet']}>{t('history.readOnly')}</p>
      </Readers>
      <Card>
        <Versions
          key={id}
          doc={doc}
          versions={versions}
          names={names}
          onReturn={canWrite ? returnTo : undefined}
        />
      </Card>
    </Page>
  )
}

type VersionsProps = Pick<HistoryAnswer, 'versions' | 'names'> & {
  readonly doc: Doc
  readonly onReturn: ((version: Version) => Promise<unknown>) | undefined
}

/** The newest are there at once, those below them a moment later. */
function Versions({ doc, versions, names, onReturn }: VersionsProps) {
  const { t } = useWords()
  const words = useRecordWords(names)
  const shown = useDeferredValue(versions, versions.slice(0, inSight))
  const currencies = currenciesOf(shown, currencyIn(doc) ?? words.currency)
  return (
    <ol className={styles['versions']} aria-label={t('history.ofRecord')}>
      {shown.map((version, index) => (
        <VersionItem
          key={version.id}
          kind={doc.kind}
          version={version}
          names={names}
          currencies={currencies[index]}
          onReturn={
            onReturn !== undefined &&
            !version.stands &&
            version.did !== 'removed'
              ? () => void onReturn(version)
              : undefined
          }
        />
      ))}
    </ol>
  )
}
