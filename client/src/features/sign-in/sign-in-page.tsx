import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { CredentialsForm } from './credentials-form.tsx'

export default function SignInPage() {
  const { t } = useWords()
  const session = useSession()
  const state = useSessionState()
  const navigate = useNavigate()
  const needsSetup = useNeedsSetup()
  return (
    <CredentialsForm
      title={t('signIn.title')}
      words={t('signIn.words')}
      submitWords={t('signIn.submit')}
      isNew={false}
      name={state.state === 'signed-out' ? undefined : state.user.name}
      onSubmit={async (name, password) => {
        await session.signIn(name, password)
        await navigate('/ledgers', { replace: true })
      }}
    >
      {needsSetup && <Notice>{t('signIn.setUpNeeded')}</Notice>}
      <Button kind="plain" onPress={() => void navigate('/')}>
        {t('signIn.continueOffline')}
      </Button>
    </CredentialsForm>
  )
}

function useNeedsSetup(): boolean {
  const [needsSetup, setNeedsSetup] = useState(false)
  useEffect(() => {
    let isGone = false
    api.server().then(
      server => {
        if (!isGone) setNeedsSetup(server.needsSetup)
      },
      // Whether it can be reached shows when somebody signs in.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [])
  return needsSetup
}
