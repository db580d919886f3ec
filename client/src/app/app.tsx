import { Component, Suspense, useEffect, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { BrowserRouter } from 'react-router'
import type { Device } from '../data/device.ts'
import { DeviceProvider } from '../data/hooks.tsx'
import { LedgersProvider } from '../data/ledgers.tsx'
import type { Begun } from '../data/usual-ledger.ts'
import { SessionProvider, useSessionState } from '../session/hooks.tsx'
import type { Session } from '../session/session.ts'
import { later } from '../ui/later.tsx'
import { EmptyState, Waiting } from '../ui/states.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'
import { Crashed } from './crashed.tsx'
import { Screens } from './screens.tsx'

const WipePage = later(() => import('../features/identity/wipe-page.tsx'))

type AppProps = {
  /** Nothing on an insecure origin; what went wrong where nothing can be stored. */
  readonly device: unknown
  readonly begun: Begun | undefined
  readonly session: Session
}

export function App({ device, begun, session }: AppProps) {
  const { t, locale } = useWords()
  return (
    <I18nProvider locale={locale}>
      <CrashScreen>
        {device === undefined ? (
          <EmptyState
            title={t('shell.insecure')}
            words={t('shell.insecureWords')}
          />
        ) : isDevice(device) ? (
          <SessionProvider session={session}>
            <WithDevice device={device} begun={begun} session={session} />
          </SessionProvider>
        ) : (
          <EmptyState
            title={t('shell.noStorage')}
            words={t('shell.noStorageWords')}
          />
        )}
      </CrashScreen>
    </I18nProvider>
  )
}

function isDevice(device: unknown): device is Device {
  return typeof device === 'object' && device !== null && 'ledgers' in device
}

type WithDeviceProps = Pick<AppProps, 'begun' | 'session'> & {
  readonly device: Device
}

function WithDevice({ device, begun, session }: WithDeviceProps) {
  const { t } = useWords()
  const problem = useProblem()
  const state = useSessionState()
  const isWiping = state.state === 'wiping'
  const user =
    state.state === 'signed-out' || isWiping ? undefined : state.user.id
  const isSignedIn = state.state === 'signed-in'

  // Signed in again, as whomever, replication asks for a token at once.
  useEffect(() => {
    device.setTokens(
      user,
      user === undefined || !isSignedIn
        ? async () => undefined
        : force => session.token(force),
    )
  }, [device, session, isSignedIn, user])

  return (
    <DeviceProvider device={device}>
      <BrowserRouter>
        <LedgersProvider device={device} user={user} begun={begun}>
          {isWiping ? (
            <Suspense fallback={<Waiting label={t('common.loading')} />}>
              <WipePage user={state.user} />
            </Suspense>
          ) : (
            <Screens />
          )}
          <Toasts closeLabel={t('common.close')} problem={problem} />
        </LedgersProvider>
      </BrowserRouter>
    </DeviceProvider>
  )
}

type CrashScreenProps = { readonly children: ReactNode }
type CrashScreenState = { readonly hasCrashed: boolean }

/** What we did wrong shows here; what was saved is safe. */
export class CrashScreen extends Component<CrashScreenProps, CrashScreenState> {
  override state: CrashScreenState = { hasCrashed: false }

  static getDerivedStateFromError(): CrashScreenState {
    return { hasCrashed: true }
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children
  }
}
