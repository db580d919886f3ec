import { useNavigate } from 'react-router'
import { api } from '../../session/api.ts'
import { useSession } from '../../session/hooks.tsx'
import { useWords } from '../../words/words.ts'
import { CredentialsForm } from './credentials-form.tsx'

/** Opened by the link that a new server prints; its token never leaves the fragment. */
export default function SetUpPage() {
  const { t } = useWords()
  const session = useSession()
  const navigate = useNavigate()
  return (
    <CredentialsForm
      title={t('signIn.setUpTitle')}
      words={t('signIn.setUpWords')}
      submitWords={t('signIn.setUpSubmit')}
      isNew
      onSubmit={async (name, password) => {
        const token = location.hash.slice(1)
        await session.begin(device =>
          api.setUp({ token, name, password, device }),
        )
        await navigate('/ledgers', { replace: true })
      }}
    />
  )
}
