import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ApiError } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { hasPasskeys } from '../../session/passkey-error.ts'
import { CodeForm } from './code-form.tsx'
import { CredentialsForm } from './credentials-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { useThen } from './use-then.ts'

type Credentials = { readonly name: string; readonly password: string }

export default function SignInPage() {
  const { t } = useWords()
  const session = useSession()
  const state = useSessionState()
  const navigate = useNavigate()
  const goOn = useThen()
  const server = useServer()
  /** Right ones, but this person has a second factor. */
  const [shown, setShown] = useState<Credentials>()

  async function enter(by: Parameters<typeof session.begin>[0]) {
    await session.begin(by)
    await goOn()
  }

  function signIn(credentials: Credentials, code?: string) {
    return enter(device =>
      api.signIn({ ...credentials, device, ...(code && { code }) }),
    )
  }

  if (shown !== undefined) {
    return (
      <CodeForm
        onSubmit={code => signIn(shown, code)}
        onBack={() => setShown(undefined)}
      />
    )
  }
  return (
    <CredentialsForm
      title={t('signIn.title')}
      words={t('signIn.words')}
      submitWords={t('signIn.submit')}
      isNew={false}
      name={state.state === 'signed-out' ? undefined : state.user.name}
      onSubmit={async (name, password) => {
        try {
          await signIn({ name, password })
        } catch (error) {
          if (!isForCode(error)) throw error
          setShown({ name, password })
        }
      }}
    >
      {hasPasskeys() && <PasskeyButton onEnter={enter} />}
      {server?.needsSetup && <Notice>{t('signIn.setUpNeeded')}</Notice>}
      {server?.registration === 'open' && !server.needsSetup && (
        <Button onPress={() => void navigate('/register')}>
          {t('people.register')}
        </Button>
      )}
      <Button kind="plain" onPress={() => void navigate('/')}>
        {t('signIn.continueOffline')}
      </Button>
    </CredentialsForm>
  )
}

function isForCode(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'second-factor-needed'
}

type Server = Awaited<ReturnType<typeof api.server>>

function useServer(): Server | undefined {
  const [server, setServer] = useState<Server>()
  useEffect(() => {
    let isGone = false
    api.server().then(
      found => {
        if (!isGone) setServer(found)
      },
      // Whether it can be reached shows when somebody signs in.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [])
  return server
}
