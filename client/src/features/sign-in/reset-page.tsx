import { useState } from 'react'
import { useNavigate } from 'react-router'
import { identityApi } from '../../session/identity-api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { CardPage } from './card-page.tsx'
import { isTooShort } from '../../session/new-password.ts'

/** Opened by a one-time link of the server's admin; its token never leaves the fragment. */
export default function ResetPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const problem = useProblem()
  const [password, setPassword] = useState('')
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [isSending, setSending] = useState(false)
  const issue = isTooShort(password) ? t('signIn.tooShort') : undefined

  async function submit() {
    setTried(true)
    setFailure(undefined)
    if (issue !== undefined) return
    setSending(true)
    try {
      await identityApi.reset(location.hash.slice(1), password)
      showToast(t('signIn.resetDone'))
      await navigate('/sign-in', { replace: true })
    } catch (error) {
      setFailure(problem(error))
      setSending(false)
    }
  }

  return (
    <CardPage title={t('signIn.resetTitle')} words={t('signIn.resetWords')}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label={t('signIn.newPassword')}
          name="password"
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          note={t('signIn.passwordNote')}
          issue={wasTried ? issue : undefined}
          autoFocus
        />
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <Button kind="primary" type="submit" isPending={isSending}>
          {t('signIn.resetSubmit')}
        </Button>
      </form>
    </CardPage>
  )
}
