import { IconRepeat } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useView } from '../../data/hooks.tsx'
import { useWords } from '../../words/words.ts'
import styles from './transactions.module.css'

/** What recurs, and this transaction was posted of. */
export function OfRule({ id }: { readonly id: string }) {
  const { t } = useWords()
  const doc = useView({ view: 'record', id })?.doc
  if (doc?.kind !== 'recurring' || doc._deleted === true) return null
  return (
    <Link className={styles['ofRule']} to={`/recurring?rule=${id}`}>
      <IconRepeat size={16} aria-hidden />
      {t('recurring.isOne')}: <bdi>{doc.name}</bdi>
    </Link>
  )
}
