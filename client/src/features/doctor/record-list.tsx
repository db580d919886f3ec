import { Link } from 'react-router'
import type { UnsyncedRecord } from '../../data/views/unsynced.ts'
import { longDate } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import styles from './doctor.module.css'

type RecordListProps<Shown> = {
  readonly records: readonly Shown[]
  /** How many there are, listed or not. */
  readonly all: number
  /** More about one, below its name. */
  readonly about?: ((record: Shown) => string) | undefined
}

/** Records by what people know them by. */
export function RecordList<Shown extends UnsyncedRecord>({
  records,
  all,
  about,
}: RecordListProps<Shown>) {
  const { t, locale } = useWords()
  const rest = all - records.length
  return (
    <ul className={styles['list']}>
      {records.map(record => {
        const { id, kind, date, isDeleted } = record
        const facts = [
          ...(kind === undefined ? [] : [t(`doctor.kind_${kind}`)]),
          ...(date === undefined ? [] : [longDate(date, locale)]),
          ...(isDeleted ? [t('doctor.isDeleted')] : []),
        ]
        const isOpen = kind === 'transaction' && !isDeleted
        return (
          <li key={id}>
            {isOpen ? (
              <Link to={`/transactions?record=${id}`} dir="auto">
                {record.name}
              </Link>
            ) : (
              <span dir="auto">{record.name || id}</span>
            )}
            <small>{facts.join(' · ')}</small>
            {about !== undefined && <small>{about(record)}</small>}
          </li>
        )
      })}
      {rest > 0 && <li>{t('doctor.andMore', { count: rest })}</li>}
    </ul>
  )
}
