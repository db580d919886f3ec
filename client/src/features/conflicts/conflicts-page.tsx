import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { mayWrite } from '@ourmoney/shared/identity/may-write.ts'
import { Readers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import type { ConflictedRecord, NamesById } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { fieldName, recordName } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './conflicts.module.css'
import { fieldsAsked } from './fields-asked.ts'
import { useSettling } from './use-settling.ts'

const most = 100

/** Every record that waits for somebody to choose; one by one, or many at once. */
export default function ConflictsPage() {
  const { t } = useWords()
  const found = useView({ view: 'conflicts', most })
  const sync = useView({ view: 'sync' })
  const { settleAll } = useSettling()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (found === undefined) return <Waiting label={t('common.loading')} />
  const { records, names, count } = found
  if (count === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={48} stroke={1.25} aria-hidden />}
        title={t('conflicts.none')}
        words={t('conflicts.noneWords')}
        isPage
      />
    )
  }
  const picked = records.filter(({ doc }) => chosen.has(doc._id))
  const canSettle = sync !== undefined && mayWrite(sync.standing)

  function choose(ids: readonly string[], isOn: boolean): void {
    const next = new Set(chosen)
    for (const id of ids) {
      if (isOn) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }

  async function settle(take: 'standing' | 'other') {
    if (await settleAll(picked, take)) setChosen(new Set())
  }

  return (
    <Page>
      <h1>{t('conflicts.title')}</h1>
      <Card>
        <p>{t('conflicts.words')}</p>
        <Readers>
          <p>{t('conflicts.readOnly')}</p>
        </Readers>
        {canSettle && (
          <div className={styles['bar']}>
            <Check
              isSelected={picked.length === records.length}
              isPartly={picked.length > 0 && picked.length < records.length}
              onChange={isOn =>
                choose(
                  records.map(({ doc }) => doc._id),
                  isOn,
                )
              }
            >
              {picked.length === 0
                ? t('conflicts.selectAll')
                : t('conflicts.selected', { count: picked.length })}
            </Check>
            {picked.length > 0 && (
              <span className={styles['acts']}>
                <Button onPress={() => void settle('standing')}>
                  {t('conflicts.keepAll')}
                </Button>
                <Button onPress={() => void settle('other')}>
                  {t('conflicts.takeAll')}
                </Button>
              </span>
            )}
          </div>
        )}
        <ul className={styles['rows']} aria-label={t('conflicts.title')}>
          {records.map(record => (
            <Row
              key={record.doc._id}
              record={record}
              names={names}
              isChosen={chosen.has(record.doc._id)}
              onChoose={
                canSettle ? isOn => choose([record.doc._id], isOn) : undefined
              }
            />
          ))}
        </ul>
        {count > records.length && (
          <p>{t('conflicts.more', { count: count - records.length })}</p>
        )}
      </Card>
    </Page>
  )
}

type RowProps = {
  readonly record: ConflictedRecord
  readonly names: NamesById
  readonly isChosen: boolean
  /** Nothing for who only looks. */
  readonly onChoose: ((isOn: boolean) => void) | undefined
}

function Row({ record, names, isChosen, onChoose }: RowProps) {
  const { t, locale } = useWords()
  const { who } = useRecordWords(names)
  const { doc, questions } = record
  const name = recordName(doc, names, t)
  const fields = new Set(
    questions.flatMap(question =>
      fieldsAsked(doc.kind, question).map(field => fieldName(field, t)),
    ),
  )
  const people = new Set(
    questions.flatMap(({ stands, others }) =>
      [stands, ...others].map(({ by }) => who(by)),
    ),
  )
  const list = new Intl.ListFormat(locale)
  return (
    <li className={styles['row']}>
      {onChoose !== undefined && (
        <Check
          isSelected={isChosen}
          onChange={onChoose}
          label={t('conflicts.select', { name })}
        />
      )}
      <Link className={styles['what']} to={`/conflicts/${doc._id}`}>
        <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
        <span>
          <bdi>{name}</bdi>
          <small>
            {[
              t(`records.kind_${doc.kind}`),
              list.format(fields),
              list.format(people),
            ].join(' · ')}
          </small>
        </span>
      </Link>
    </li>
  )
}
