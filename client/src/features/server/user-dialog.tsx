import { useRef, useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { serverApi } from '../../session/server-api.ts'
import { ShownOnce } from '../../session/shown-once.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import type { ServerUser, UserAct } from './user-acts.ts'

type UserDialogProps = {
  readonly user: ServerUser
  readonly act: UserAct
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** Asks who is there before anything is done with somebody's sign-in. */
export function UserDialog(props: UserDialogProps) {
  const { user, act, onChanged, onClose } = props
  const { t } = useWords()
  const session = useSession()
  const [link, setLink] = useState<string>()
  const hasLink = useRef(false)
  const { id, name } = user

  async function run(proof: string) {
    const token = await session.token()
    if (act === 'resetLink') {
      const made = await serverApi.resetLink(token, proof, id)
      hasLink.current = true
      setLink(`${location.origin}/reset#${made.token}`)
      return
    }
    if (act === 'signOut') await serverApi.endSessions(token, proof, id)
    else await serverApi.change(token, proof, id, changes[act])
    showToast(t('server.done'))
    onChanged()
  }

  if (link !== undefined) {
    return (
      <ShownOnce
        title={t('server.resetLinkTitle', { name })}
        words={t('server.linkMade', { name })}
        text={link}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      title={t(`server.${act}Title`, { name })}
      action={t(`server.${act}`)}
      isDanger={act === 'disable'}
      onConfirmed={run}
      onClose={() => {
        // With a link in hand it is not yet over.
        if (!hasLink.current) onClose()
      }}
    >
      <p>{t(`server.${act}Words`)}</p>
    </ConfirmDialog>
  )
}

const changes = {
  makeAdmin: { admin: true },
  noAdmin: { admin: false },
  disable: { disabled: true },
  enable: { disabled: false },
} as const satisfies Record<Exclude<UserAct, 'resetLink' | 'signOut'>, object>
