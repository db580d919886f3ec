import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { LedgerOnServer } from '../../data/device.ts'
import { useLedgers } from '../../data/ledgers.tsx'
import { api } from '../../session/api.ts'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { CardPage } from './card-page.tsx'
import { RegisterForm } from './register-form.tsx'
import { useInvitation } from './use-invitation.ts'

/** Opened by the link of an invitation; its code never leaves the fragment. */
export default function InvitationPage() {
  const { t } = useWords()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const problem = useProblem()
  const session = useSession()
  const state = useSessionState()
  const ledgers = useLedgers()
  const code = hash.slice(1)
  const { found, registration, failure, look } = useInvitation(code)
  const [isNew, setNew] = useState(false)
  const [joined, setJoined] = useState<LedgerOnServer>()
  const [issue, setIssue] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isSignedIn = state.state === 'signed-in'

  async function run(work: () => Promise<void>) {
    setBusy(true)
    setIssue(undefined)
    try {
      await work()
    } catch (error) {
      setIssue(problem(error))
      setBusy(false)
    }
  }

  // Who has just registered is known to what is drawn next.
  useEffect(() => {
    if (joined === undefined || !isSignedIn) return
    void run(async () => {
      await ledgers.join(joined)
      await navigate('/', { replace: true })
    })
    // Once for each.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [joined, isSignedIn])

  if (joined !== undefined && issue === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  if (failure !== undefined) {
    return (
      <CardPage title={t('people.notOpen')} words={failure.words}>
        {failure.isPassing && (
          <Button kind="primary" onPress={look}>
            {t('common.retry')}
          </Button>
        )}
        <Button onPress={() => void navigate('/', { replace: true })}>
          {t('people.goHome')}
        </Button>
      </CardPage>
    )
  }
  if (found === undefined) return <Waiting label={t('people.lookingAt')} />

  const title = t('people.joinTitle', { name: found.ledger })
  const words = t('people.joinWords', {
    name: found.createdBy,
    role: t(`people.role_${found.role}`),
    can: t(`people.can_${found.role}`),
  })
  const signIn = (
    <Button
      kind={isNew || isSignedIn ? 'plain' : 'quiet'}
      onPress={() => void navigate('/sign-in', { state: `/invitation${hash}` })}
    >
      {t(isSignedIn ? 'people.another' : 'people.haveUser')}
    </Button>
  )
  if (isNew && !isSignedIn) {
    return (
      <RegisterForm
        title={title}
        words={words}
        code={code}
        onRegistered={async () => {
          const mine = await api.ledgers(await session.token())
          setJoined(mine.ledgers[0])
        }}
      >
        {signIn}
      </RegisterForm>
    )
  }
  return (
    <CardPage title={title} words={words}>
      {issue !== undefined && <Notice isBad>{issue}</Notice>}
      {isSignedIn ? (
        <Button
          kind="primary"
          isPending={isBusy}
          onPress={() =>
            void run(async () =>
              setJoined(await peopleApi.accept(await session.token(), code)),
            )
          }
        >
          {t('people.joinAs', { name: state.user.name })}
        </Button>
      ) : (
        registration !== 'closed' && (
          <Button kind="primary" onPress={() => setNew(true)}>
            {t('people.register')}
          </Button>
        )
      )}
      {signIn}
    </CardPage>
  )
}
