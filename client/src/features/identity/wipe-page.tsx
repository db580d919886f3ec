import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useUnsent } from '../../acts/use-unsent.ts'
import { useSession } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'

type WipePageProps = {
  readonly user: { readonly id: string; readonly name: string }
}

/** In place of the whole app: the server said that this device is to forget what it has of this person. */
export default function WipePage({ user }: WipePageProps) {
  const { t } = useWords()
  const problem = useProblem()
  const session = useSession()
  const unsent = useUnsent(user.id)
  const [isDone, setDone] = useState(false)
  const { run, isBusy, ...ran } = useRun()
  const isSent = unsent.count === 0
  const failure =
    ran.failure ??
    (unsent.failure === undefined ? undefined : problem(unsent.failure))

  async function forget() {
    await unsent.forget()
    await session.wiped()
    setDone(true)
  }

  useEffect(() => {
    if (isSent) void run(forget)
    // Once, as soon as it is known that nothing is lost by it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isSent])

  if (isDone) {
    return (
      <EmptyState
        isPage
        title={t('identity.wiped')}
        words={t('identity.wipedWords', { name: user.name })}
      >
        {/* A new page, which remembers nothing. */}
        <Button kind="primary" onPress={() => location.assign('/')}>
          {t('identity.goOn')}
        </Button>
      </EmptyState>
    )
  }
  if (failure === undefined && (unsent.count === undefined || isSent)) {
    return <Waiting label={t('identity.lookingForUnsent')} />
  }
  return (
    <EmptyState
      isPage
      title={t('identity.toWipe')}
      words={
        failure === undefined
          ? `${t('identity.toWipeWords', { name: user.name })} ${t('identity.unsent', { count: unsent.count ?? 0 })}`
          : failure
      }
    >
      <Button kind="danger" isPending={isBusy} onPress={() => void run(forget)}>
        {t('identity.wipeNow')}
      </Button>
      <Button
        kind="primary"
        isDisabled={isBusy}
        onPress={() => void run(unsent.save)}
      >
        <IconDownload size={18} aria-hidden />
        {t('identity.saveUnsent')}
      </Button>
    </EmptyState>
  )
}
