import { useState } from 'react'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { useLedger } from '../../data/hooks.tsx'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import { AskServer } from './ask-server.tsx'
import type { Person } from './people.ts'
import { RoleField } from './role-field.tsx'

type RoleDialogProps = {
  readonly person: Person
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}

export default function RoleDialog(props: RoleDialogProps) {
  const { person, onChanged, onClose } = props
  const { t } = useWords()
  const { id } = useLedger()
  const session = useSession()
  const before = person.user?.role ?? 'editor'
  const [role, setRole] = useState<Role>(before)
  const { name } = person

  async function give(next: Role) {
    const token = await session.token()
    await peopleApi.setRole(token, id, person.user?.user ?? '', next)
    await onChanged()
  }

  async function submit() {
    if (role === before) return
    await give(role)
    const words = t('people.roleGiven', {
      name,
      role: t(`people.role_${role}`),
    })
    // Nobody takes from an owner what only they can give up.
    const isFinal = role === 'owner' || person.isMe
    showToast(
      words,
      isFinal
        ? undefined
        : { name: t('common.undo'), onPress: () => give(before) },
    )
  }

  return (
    <AskServer
      title={t('people.roleOf', { name })}
      action={t('common.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} />
      {role === 'owner' && !person.isMe && <p>{t('people.ownersStay')}</p>}
    </AskServer>
  )
}
