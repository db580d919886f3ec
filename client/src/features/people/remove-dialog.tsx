import { useLedger, useView } from '../../data/hooks.tsx'
import { useSession, useSessionState } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { useWords } from '../../words/words.ts'
import { AskServer } from './ask-server.tsx'
import type { Person } from './people.ts'

type RemoveDialogProps = {
  /** Without one: oneself, who leaves. */
  readonly person?: Person | undefined
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}

export default function RemoveDialog(props: RemoveDialogProps) {
  const { person, onChanged, onClose } = props
  const { t } = useWords()
  const { id, syncNow } = useLedger()
  const session = useSession()
  const state = useSessionState()
  const pending = useView({ view: 'sync' })?.pending ?? 0
  const me = state.state === 'signed-out' ? '' : state.user.id

  async function remove() {
    const user = person?.user?.user ?? me
    await peopleApi.removeMember(await session.token(), id, user)
    if (person === undefined) await syncNow()
    else await onChanged()
  }

  return person === undefined ? (
    <AskServer
      title={t('people.leave')}
      action={t('people.leave')}
      isDanger
      onSubmit={remove}
      onClose={onClose}
    >
      <p>{t('people.leaveWords')}</p>
      {pending > 0 && <p>{t('people.leavePending', { count: pending })}</p>}
    </AskServer>
  ) : (
    <AskServer
      title={t('people.removeTitle', { name: person.name })}
      action={t('people.remove')}
      isDanger
      onSubmit={remove}
      onClose={onClose}
    >
      <p>{t('people.removeWords')}</p>
    </AskServer>
  )
}
