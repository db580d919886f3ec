import { IconDots, IconPlus } from '@tabler/icons-react'
import { Link, NavLink, useLocation } from 'react-router'
import { useLongPress } from '../ui/use-long-press.ts'
import { useWords } from '../words/words.ts'
import { barLinks, moreLinks, type ScreenLink } from './links.ts'
import styles from './shell.module.css'

type TabBarProps = {
  /** Where a new transaction is written; who only reads has no such place. */
  readonly add: string | undefined
  /** The ＋ held down, or pressed with the other button. */
  readonly onQuick: () => void
}

/** The phone's bar: what is wanted daily, the ＋ in the middle, and More. */
export function TabBar({ add, onQuick }: TabBarProps) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const held = useLongPress(onQuick)
  const [first, second, ...others] = barLinks.map(link => (
    <Tab key={link.to} link={link} />
  ))
  const isMore =
    pathname === '/more' ||
    moreLinks.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <nav className={styles['bar']} aria-label={t('shell.navigation')}>
      {first}
      {second}
      {add !== undefined && (
        <Link
          className={styles['plus']}
          to={add}
          aria-label={t('shell.addTransaction')}
          {...held}
        >
          <IconPlus size={26} aria-hidden />
        </Link>
      )}
      {others}
      <Link
        to="/more"
        className={styles['tab']}
        {...(isMore && { 'aria-current': true })}
      >
        <IconDots size={22} stroke={1.75} aria-hidden />
        {t('shell.more')}
      </Link>
    </nav>
  )
}

function Tab({ link }: { readonly link: ScreenLink }) {
  const { t } = useWords()
  const { to, words, Icon } = link
  return (
    <NavLink to={to} end={to === '/'} className={styles['tab'] ?? ''}>
      <Icon size={22} stroke={1.75} aria-hidden />
      {t(words)}
    </NavLink>
  )
}
