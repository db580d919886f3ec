import { lazy, Suspense, useEffect } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { useLedgers } from '../data/ledgers.tsx'
import { LedgerError } from '../data/ledger-error.ts'
import { keepLink, keptLink } from '../platform/kept-link.ts'
import { EmptyState, Waiting } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'
import { MorePage } from './more-page.tsx'
import { Shell } from './shell.tsx'

const loadHome = () => import('../features/home/home-page.tsx')
const HomePage = lazy(loadHome)
const loadTransactions = () =>
  import('../features/transactions/transactions-page.tsx')
const TransactionsPage = lazy(loadTransactions)
const AccountsPage = lazy(
  () => import('../features/accounts/accounts-page.tsx'),
)
const AccountPage = lazy(() => import('../features/accounts/account-page.tsx'))
const AccountList = lazy(
  () => import('../features/transactions/account-list.tsx'),
)
const CurrenciesPage = lazy(
  () => import('../features/currencies/currencies-page.tsx'),
)
const AddLinkPage = lazy(() => import('../features/capture/add-link-page.tsx'))
const FilesPage = lazy(() => import('../features/files/files-page.tsx'))
const NamesPage = lazy(() => import('../features/names/names-page.tsx'))
const SettingsPage = lazy(
  () => import('../features/settings/settings-page.tsx'),
)
const ShoppingPage = lazy(
  () => import('../features/shopping/shopping-page.tsx'),
)
const StartPage = lazy(() => import('../features/start/start-page.tsx'))
const SignInPage = lazy(() => import('../features/sign-in/sign-in-page.tsx'))
const SetUpPage = lazy(() => import('../features/sign-in/set-up-page.tsx'))
const ChooseLedgerPage = lazy(
  () => import('../features/sign-in/choose-ledger-page.tsx'),
)

/** The usual first screens load beside the words and the ledger, not after them. */
export function loadFirstScreen(path: string): void {
  const load = { '/': loadHome, '/transactions': loadTransactions }[path]
  // Whoever shows the screen asks again, and tells of a failure.
  load?.().catch(() => undefined)
}

export function Screens() {
  const { t } = useWords()
  return (
    <Suspense fallback={<Waiting label={t('common.loading')} />}>
      <Routes>
        <Route path="/start" element={<StartPage />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/set-up" element={<SetUpPage />} />
        <Route path="/ledgers" element={<ChooseLedgerPage />} />
        <Route element={<WithLedger />}>
          <Route path="/" element={<HomePage />} />
          <Route path="/transactions" element={<TransactionsPage />} />
          <Route path="/accounts" element={<AccountsPage />} />
          <Route
            path="/accounts/:id"
            element={<AccountPage list={AccountList} />}
          />
          <Route path="/shopping" element={<ShoppingPage />} />
          <Route path="/currencies" element={<CurrenciesPage />} />
          <Route path="/files" element={<FilesPage />} />
          <Route path="/names" element={<NamesPage />} />
          <Route path="/settings" element={<SettingsPage />} />
          <Route path="/add" element={<AddLinkPage />} />
          <Route path="/more" element={<MorePage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Route>
      </Routes>
    </Suspense>
  )
}

/** Screens of a ledger; without one, the first run. */
function WithLedger() {
  const { t } = useWords()
  const { state, error } = useLedgers()
  const { pathname } = useLocation()
  if (state === 'loading') return <Waiting label={t('shell.opening')} />
  if (state === 'failed') {
    const isClosed =
      error instanceof LedgerError && error.code === 'storage-unavailable'
    return (
      <EmptyState
        title={isClosed ? t('shell.noStorage') : t('common.crash')}
        words={isClosed ? t('shell.noStorageWords') : t('common.crashWords')}
      />
    )
  }
  if (state === 'none') return <FirstRun />
  const link = pathname === '/' ? keptLink() : undefined
  return link === undefined ? <Shell /> : <Navigate to={link} replace />
}

/** What a link asked to add waits for its end. */
function FirstRun() {
  const { pathname, search } = useLocation()
  useEffect(() => keepLink(pathname + search), [pathname, search])
  return <Navigate to="/start" replace />
}
