import { useNavigate } from 'react-router'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'
import { useSessionState } from './hooks.tsx'

type SignInFirstProps = {
  readonly title: string
  /** What whoever is signed in lacks as well. */
  readonly lacking?: string | undefined
}

/** In place of a page that is not for everybody: what has to be done before. */
export function SignInFirst({ title, lacking }: SignInFirstProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { state } = useSessionState()
  const isIn = state === 'signed-in' && lacking !== undefined
  return (
    <EmptyState
      isPage
      title={title}
      words={isIn ? lacking : t('identity.signInFirst')}
    >
      <Button
        kind="primary"
        onPress={() => void navigate(isIn ? '/settings' : '/sign-in')}
      >
        {t(isIn ? 'settings.title' : 'signIn.submit')}
      </Button>
    </EmptyState>
  )
}
