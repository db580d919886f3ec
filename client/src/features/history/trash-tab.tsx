import { IconRestore, IconTrash } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { mayWrite } from '@ourmoney/shared/identity/may-write.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { Readers } from '../../acts/may-write.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { NamesById } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { momentName } from '../../ui/dates.ts'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { recordName } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import { EmptyDialog } from './empty-dialog.tsx'
import styles from './history.module.css'
import { KeepField } from './keep-field.tsx'
import { RecordAmount } from './record-amount.tsx'

const page = 100

/** What was deleted: found by its name, restored, or removed for good. */
export function TrashTab() {
  const { t } = useWords()
  const { save } = useActs()
  const [text, setText] = useState('')
  const [most, setMost] = useState(page)
  const [isEmptying, setEmptying] = useState(false)
  const sync = useView({ view: 'sync' })
  const found = useView({
    view: 'trash',
    text: useDeferredValue(text),
    most,
  })
  if (found === undefined || sync === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const { count, all, keepDays, records, names } = found
  const canRestore = mayWrite(sync.standing)
  const isOwner = sync.standing === 'owner'

  const restore = (ids: readonly string[]) =>
    save([{ change: 'restore', ids }], restored =>
      t('history.restored', { count: restored }),
    )

  return (
    <>
      {canRestore && <KeepField days={keepDays} />}
      <Readers>
        <p className={styles['quiet']}>{t('history.readOnly')}</p>
      </Readers>
      {canRestore && !isOwner && all > 0 && (
        <p className={styles['quiet']}>{t('history.ownersEmpty')}</p>
      )}
      {all > 0 && (
        <div className={styles['tools']}>
          <div className={styles['search']}>
            <SearchField
              label={t('history.searchTrash')}
              clearLabel={t('common.clear')}
              value={text}
              onChange={setText}
            />
          </div>
          {canRestore && records.length > 1 && (
            <Button onPress={() => void restore(records.map(({ _id }) => _id))}>
              <IconRestore size={18} aria-hidden />
              {t('history.restoreAll')}
            </Button>
          )}
          {isOwner && (
            <Button kind="danger" onPress={() => setEmptying(true)}>
              <IconTrash size={18} aria-hidden />
              {t('history.empty')}
            </Button>
          )}
        </div>
      )}
      {all === 0 && (
        <EmptyState
          icon={<IconTrash size={48} stroke={1.25} aria-hidden />}
          title={t('history.emptyTitle')}
          words={t('history.emptyWords')}
        />
      )}
      {all > 0 && count === 0 && (
        <p className={styles['quiet']}>{t('history.nothingFound', { text })}</p>
      )}
      {records.length > 0 && (
        <section className={styles['card']}>
          <ul className={styles['rows']} aria-label={t('history.trash')}>
            {records.map(doc => (
              <TrashRow
                key={doc._id}
                doc={doc}
                names={names}
                onRestore={
                  canRestore ? () => void restore([doc._id]) : undefined
                }
              />
            ))}
          </ul>
        </section>
      )}
      {count > records.length && (
        <div className={styles['center']}>
          <Button onPress={() => setMost(most + page)}>
            {t('history.more')}
          </Button>
        </div>
      )}
      {isEmptying && (
        <EmptyDialog count={all} onClose={() => setEmptying(false)} />
      )}
    </>
  )
}

type TrashRowProps = {
  readonly doc: Doc
  readonly names: NamesById
  /** Nothing for who only looks. */
  readonly onRestore: (() => void) | undefined
}

function TrashRow({ doc, names, onRestore }: TrashRowProps) {
  const { t, locale } = useWords()
  const { who } = useRecordWords(names)
  const name = recordName(doc, names, t)
  return (
    <li className={styles['row']}>
      <span className={styles['did']}>
        <Link to={`/history/${doc._id}`} dir="auto">
          {name}
        </Link>
        <small className={styles['quiet']}>
          {t(`records.kind_${doc.kind}`)} ·{' '}
          {t('history.deletedBy', {
            who: who(doc.deletedBy),
            when: momentName(doc.deletedAt ?? 0, locale),
          })}
        </small>
      </span>
      <RecordAmount doc={doc} />
      {onRestore !== undefined && (
        <Button onPress={onRestore}>
          {t('history.restore')}
          <span className="visually-hidden">{name}</span>
        </Button>
      )}
    </li>
  )
}
