import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useView } from '../../data/hooks.tsx'
import type { Activity, NamesById } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { placeOfBatch } from '../../acts/place-of.ts'
import { dayName, timeName } from '../../ui/dates.ts'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { fieldName } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './history.module.css'

const page = 50
const everybody = 'everybody'

/** What people did, by day; one person's or everybody's. */
export function ActivityTab() {
  const { t, locale } = useWords()
  const lookups = useView({ view: 'lookups' })
  const [member, setMember] = useState(everybody)
  const [most, setMost] = useState(page)
  const found = useView({
    view: 'activity',
    ...(member !== everybody && { member }),
    most,
  })
  if (found === undefined || lookups === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const { byDay, hasMore, names } = found
  const dayWords = {
    today: t('common.today'),
    yesterday: t('common.yesterday'),
  }
  return (
    <>
      {lookups.members.length > 1 && (
        <div className={styles['whose']}>
          <ChoiceField
            label={t('history.ofWhom')}
            value={member}
            choices={[
              { id: everybody, name: t('history.everybody') },
              ...lookups.members.map(({ _id, name }) => ({ id: _id, name })),
            ]}
            onChange={setMember}
          />
        </div>
      )}
      {byDay.length === 0 && (
        <EmptyState
          icon={<IconHistory size={48} stroke={1.25} aria-hidden />}
          title={t('history.nothingDone')}
          words={t('history.nothingDoneWords')}
        />
      )}
      {byDay.map(({ date, acts }) => (
        <section key={date} className={styles['card']}>
          <h2>{dayName(date, locale, dayWords)}</h2>
          <ul className={styles['acts']}>
            {acts.map(act => (
              <ActivityItem
                key={`${act.did} ${act.at} ${act.ids[0]}`}
                act={act}
                names={names}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && (
        <div className={styles['center']}>
          <Button onPress={() => setMost(most + page)}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </>
  )
}

type ActivityItemProps = {
  readonly act: Activity
  readonly names: NamesById
}

function ActivityItem({ act, names }: ActivityItemProps) {
  const { t, locale } = useWords()
  const { who } = useRecordWords(names)
  const { did, kind, count, ids, fields } = act
  const list = new Intl.ListFormat(locale)
  const first = ids[0] ?? ''
  const isOne = count === 1 || did === 'imported'
  const what = t(`acts.${kind}`, { count })
  const changed =
    did === 'edited'
      ? list.format(new Set(fields.map(field => fieldName(field, t))))
      : ''
  return (
    <li>
      <span className={styles['did']}>
        <span>{t(`history.did_${did}`, { who: who(act.by), what })}</span>
        <span className={styles['quiet']}>
          {isOne ? (
            <Link
              to={
                did === 'imported' ? placeOfBatch(first) : `/history/${first}`
              }
              dir="auto"
            >
              {names[first] || t(`records.kind_${kind}`)}
            </Link>
          ) : (
            <bdi>{namesOf(ids, names, count)}</bdi>
          )}
          {changed !== '' && <> · {changed}</>}
        </span>
      </span>
      <time className={styles['quiet']}>{timeName(act.at, locale)}</time>
    </li>
  )
}

/** `Coffee, Bread, Metro …` */
function namesOf(
  ids: readonly string[],
  names: NamesById,
  count: number,
): string {
  const known = ids.flatMap(id => names[id] || [])
  return known.join(', ') + (count > known.length ? ' …' : '')
}
