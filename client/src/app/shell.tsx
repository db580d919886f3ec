import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Link,
  NavLink,
  Outlet,
  useLocation,
  useNavigate,
  useSearchParams,
} from 'react-router'
import { useMayWrite } from '../acts/may-write.tsx'
import { useView } from '../data/hooks.tsx'
import { useLedgers } from '../data/ledgers.tsx'
import { later, useLoadedSoon } from '../ui/later.tsx'
import { Logo } from '../ui/logo.tsx'
import { Menu } from '../ui/menu.tsx'
import { Mark, Waiting } from '../ui/states.tsx'
import { useIsDesk } from '../ui/use-media.ts'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { useWords } from '../words/words.ts'
import { links } from './links.ts'
import { LockedGuard } from './locked-guard.tsx'
import { Notices } from './notices.tsx'
import { RecordHistory } from './record-history.ts'
import styles from './shell.module.css'
import { SyncMark } from './sync-mark.tsx'
import { TabBar } from './tab-bar.tsx'
import { useDroppedFile } from './use-dropped-file.ts'
import { useUndo } from './use-undo.ts'

const Palette = later(() => import('../features/palette/palette.tsx'))
const QuickAdd = later(() => import('../features/capture/quick-add.tsx'))
const Templates = later(() => import('../features/capture/templates.tsx'))
const Keys = later(() => import('./keys.tsx'))
/** Whoever calls these begins to type or to read at once. */
const soon = [Palette, QuickAdd, RecordHistory]

export function Shell() {
  return (
    <LockedGuard>
      <OpenShell />
    </LockedGuard>
  )
}

function OpenShell() {
  const { t } = useWords()
  const isDesk = useIsDesk()
  const [open, setOpen] = useState<'palette' | 'keys'>()
  const add = useAddPath()
  const above = useAbove()
  const navigate = useNavigate()
  const { undo, redo } = useUndo()
  const sync = useView({ view: 'sync' })
  const mayWrite = useMayWrite()

  useShortcuts({
    'mod+k': () => setOpen('palette'),
    '?': () => setOpen('keys'),
    ...(mayWrite && {
      n: () => void navigate(add),
      q: above.openQuick,
      u: undo,
      'mod+z': undo,
      'mod+shift+z': redo,
      'mod+y': redo,
    }),
  })

  const isFileAbove = useDroppedFile(mayWrite)

  useLoadedSoon(soon)

  const mark = sync !== undefined && (
    <AriaButton
      className={styles['sync'] ?? ''}
      onPress={() => void navigate('/doctor')}
    >
      <SyncMark sync={sync} />
    </AriaButton>
  )

  const conflicts = sync !== undefined && sync.conflicted > 0 && (
    <Link className={styles['conflicts']} to="/conflicts">
      <Mark
        icon={<IconAlertTriangle size={16} aria-hidden />}
        words={t('conflicts.badge', { count: sync.conflicted })}
        tone="warning"
      />
    </Link>
  )

  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {t('shell.skip')}
      </a>
      {isDesk ? (
        <aside className={styles['rail']}>
          <LedgerMenu />
          <nav className={styles['links']} aria-label={t('shell.navigation')}>
            {links.map(({ to, words, Icon }) => (
              <NavLink
                key={to}
                to={to}
                end={to === '/'}
                className={styles['link'] ?? ''}
              >
                <Icon size={20} stroke={1.75} aria-hidden />
                {t(words)}
              </NavLink>
            ))}
          </nav>
          <footer className={styles['foot']}>
            {conflicts}
            {mark}
          </footer>
        </aside>
      ) : (
        <header className={styles['top']}>
          <LedgerMenu />
          {conflicts}
          {mark}
        </header>
      )}
      <main className={styles['main']} id="content" tabIndex={-1}>
        <div className={styles['column']}>
          <Notices sync={sync} />
          <Suspense fallback={<Waiting label={t('common.loading')} />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      {!isDesk && (
        <TabBar add={mayWrite ? add : undefined} onQuick={above.openQuick} />
      )}
      {isFileAbove && (
        <div className={styles['dropping']}>{t('imports.dropAnywhere')}</div>
      )}
      {open === 'palette' && (
        <Suspense>
          <Palette
            onClose={() => setOpen(undefined)}
            onUndo={undo}
            onRedo={redo}
          />
        </Suspense>
      )}
      {mayWrite && above.isQuick && (
        <Suspense>
          <QuickAdd onClose={above.close} />
        </Suspense>
      )}
      {mayWrite && above.isTemplates && (
        <Suspense>
          <Templates onClose={above.close} />
        </Suspense>
      )}
      {open === 'keys' && (
        <Suspense>
          <Keys onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

/** The form opens above the list, and the list keeps its filter. */
function useAddPath(): string {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const isList =
    pathname === '/transactions' || pathname.startsWith('/accounts/')
  const next = new URLSearchParams(isList ? search : undefined)
  next.delete('record')
  next.set('new', 'expense')
  return `${isList ? pathname : '/transactions'}?${next.toString()}`
}

/** Stands in the address, above whatever screen there is. */
function useAbove() {
  const [search, setSearch] = useSearchParams()
  function show(what: string | undefined) {
    setSearch(now => {
      for (const key of ['new', 'scan', 'edit', 'record', 'open'])
        now.delete(key)
      if (what !== undefined) now.set('open', what)
      return now
    })
  }
  return {
    isQuick: search.get('open') === 'quick',
    isTemplates: search.get('open') === 'templates',
    openQuick: () => show('quick'),
    close: () => show(undefined),
  }
}

function LedgerMenu() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { shelf, current, open } = useLedgers()
  const lookups = useView({ view: 'lookups' })
  const standing = useView({ view: 'sync' })?.standing
  const name =
    lookups?.ledger?.name ??
    shelf.find(({ id }) => id === current?.id)?.name ??
    ''
  return (
    <Menu
      label={t('shell.ledgers')}
      entries={[
        ...shelf
          .filter(({ id }) => id !== current?.id)
          .map(ledger => ({
            id: ledger.id,
            name: ledger.name,
            note: ledger.unsent
              ? t('shell.pending', { count: ledger.unsent })
              : undefined,
            onPress: () => void open(ledger.id),
          })),
        {
          id: 'start',
          name: t('shell.startAnother'),
          onPress: () => void navigate('/start'),
        },
        {
          id: 'choose',
          name: t('shell.allLedgers'),
          onPress: () => void navigate('/ledgers?all'),
        },
      ]}
    >
      <AriaButton className={styles['ledger'] ?? ''}>
        <Logo />
        <span>
          <bdi>{name}</bdi>
          {standing === 'viewer' && <small>{t('people.role_viewer')}</small>}
        </span>
        <IconChevronDown size={16} aria-hidden />
      </AriaButton>
    </Menu>
  )
}
