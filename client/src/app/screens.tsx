import { Suspense, useEffect } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { useLedgers } from '../data/ledgers.tsx'
import { LedgerError } from '../data/ledger-error.ts'
import { keepLink, keptLink } from '../platform/kept-link.ts'
import { later, type Later } from '../ui/later.tsx'
import { EmptyState, Waiting } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'
import { Crashed } from './crashed.tsx'
import { loadHome, loadTransactions } from './first-screen.ts'
import { MorePage } from './more-page.tsx'
import { RecordHistory } from './record-history.ts'
import { Shell } from './shell.tsx'

const HomePage = later(loadHome)
const TransactionsPage = later(loadTransactions)
const AccountsPage = later(
  () => import('../features/accounts/accounts-page.tsx'),
)
const AccountPage = later(() => import('../features/accounts/account-page.tsx'))
const AccountList = later(
  () => import('../features/transactions/account-list.tsx'),
)
const EditForm = later(() => import('../features/transactions/edit-form.tsx'))
const CurrenciesPage = later(
  () => import('../features/currencies/currencies-page.tsx'),
)
const AddLinkPage = later(() => import('../features/capture/add-link-page.tsx'))
const FilesPage = later(() => import('../features/files/files-page.tsx'))
const ImportPage = later(() => import('../features/import/import-page.tsx'))
const NamesPage = later(() => import('../features/names/names-page.tsx'))
const ConflictsPage = later(
  () => import('../features/conflicts/conflicts-page.tsx'),
)
const ConflictPage = later(
  () => import('../features/conflicts/conflict-page.tsx'),
)
const HistoryPage = later(() => import('../features/history/history-page.tsx'))
const PeoplePage = later(() => import('../features/people/people-page.tsx'))
const BudgetsPage = later(() => import('../features/budgets/budgets-page.tsx'))
const RecurringPage = later(
  () => import('../features/recurring/recurring-page.tsx'),
)
const SettingsPage = later(
  () => import('../features/settings/settings-page.tsx'),
)
const SecurityPage = later(
  () => import('../features/identity/security-page.tsx'),
)
const EventsPage = later(() => import('../features/identity/events-page.tsx'))
const ProgramsPage = later(
  () => import('../features/identity/programs-page.tsx'),
)
const InsightsPage = later(() => import('../features/home/insights-page.tsx'))
const ServerPage = later(() => import('../features/server/server-page.tsx'))
const ReportsPage = later(() => import('../features/reports/reports-page.tsx'))
const ReportPage = later(() => import('../features/reports/report-page.tsx'))
const FilterLine = later(
  () => import('../features/transactions/filter-line.tsx'),
)
const ShoppingPage = later(
  () => import('../features/shopping/shopping-page.tsx'),
)
const DoctorPage = later(() => import('../features/doctor/doctor-page.tsx'))
const StartPage = later(() => import('../features/start/start-page.tsx'))
const SignInPage = later(() => import('../features/sign-in/sign-in-page.tsx'))
const InvitationPage = later(
  () => import('../features/sign-in/invitation-page.tsx'),
)
const RegisterPage = later(
  () => import('../features/sign-in/register-page.tsx'),
)
const SetUpPage = later(() => import('../features/sign-in/set-up-page.tsx'))
const ResetPage = later(() => import('../features/sign-in/reset-page.tsx'))
const LedgersPage = later(() => import('../features/sign-in/ledgers-page.tsx'))

/** The page that this address shows first, if it is one of the usual ones. */
export function firstPage(path: string): Later<object> | undefined {
  return { '/': HomePage, '/transactions': TransactionsPage }[path]
}

export function Screens() {
  const { t } = useWords()
  return (
    <Suspense fallback={<Waiting label={t('common.loading')} />}>
      <Routes>
        <Route path="/start" element={<StartPage />} />
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/set-up" element={<SetUpPage />} />
        <Route path="/reset" element={<ResetPage />} />
        <Route path="/register" element={<RegisterPage />} />
        <Route path="/invitation" element={<InvitationPage />} />
        <Route path="/ledgers" element={<LedgersPage />} />
        <Route element={<WithLedger />}>
          <Route path="/" element={<HomePage />} />
          <Route path="/transactions" element={<TransactionsPage />} />
          <Route path="/accounts" element={<AccountsPage />} />
          <Route
            path="/accounts/:id"
            element={<AccountPage list={AccountList} />}
          />
          <Route path="/reports" element={<ReportsPage />} />
          <Route
            path="/reports/:which"
            element={<ReportPage filter={FilterLine} />}
          />
          <Route path="/insights" element={<InsightsPage />} />
          <Route path="/budgets" element={<BudgetsPage />} />
          <Route path="/recurring" element={<RecurringPage />} />
          <Route path="/shopping" element={<ShoppingPage />} />
          <Route path="/currencies" element={<CurrenciesPage />} />
          <Route path="/files" element={<FilesPage />} />
          <Route path="/import" element={<ImportPage />} />
          <Route path="/names" element={<NamesPage />} />
          <Route path="/history" element={<HistoryPage />} />
          <Route path="/history/:id" element={<RecordHistory />} />
          <Route path="/conflicts" element={<ConflictsPage />} />
          <Route
            path="/conflicts/:id"
            element={<ConflictPage form={EditForm} />}
          />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/settings" element={<SettingsPage />} />
          <Route path="/doctor" element={<DoctorPage />} />
          <Route path="/security" element={<SecurityPage />} />
          <Route path="/security/events" element={<EventsPage />} />
          <Route path="/programs" element={<ProgramsPage />} />
          <Route path="/server" element={<ServerPage />} />
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
    if (!isClosed) return <Crashed />
    return (
      <EmptyState
        title={t('shell.noStorage')}
        words={t('shell.noStorageWords')}
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
