import { IconChevronRight } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { moreLinks } from './links.ts'
import styles from './shell.module.css'

/** On a phone: the screens that found no room in its bar. */
export function MorePage() {
  const { t } = useWords()
  return (
    <div className={styles['more']}>
      <h1>{t('shell.more')}</h1>
      <ul>
        {moreLinks.map(({ to, words, Icon }) => (
          <li key={to}>
            <Link to={to}>
              <Icon size={22} stroke={1.75} aria-hidden />
              <span>{t(words)}</span>
              <IconChevronRight
                size={18}
                aria-hidden
                className={styles['onward']}
              />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
