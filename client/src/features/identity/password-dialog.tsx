import { useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { identityApi } from '../../session/identity-api.ts'
import { isTooShort } from '../../session/new-password.ts'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'

type PasswordDialogProps = {
  readonly onChanged: () => void
  readonly onClose: () => void
}

export function PasswordDialog({ onChanged, onClose }: PasswordDialogProps) {
  const { t } = useWords()
  const session = useSession()
  const [password, setPassword] = useState('')

  async function change(proof: string) {
    await identityApi.changePassword(await session.token(), proof, password)
    showToast(t('identity.passwordChanged'))
    onChanged()
  }

  return (
    <ConfirmDialog
      title={t('identity.changePassword')}
      action={t('common.save')}
      isReady={!isTooShort(password)}
      onConfirmed={change}
      onClose={onClose}
    >
      <TextField
        label={t('signIn.newPassword')}
        name="new-password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        note={t('signIn.passwordNote')}
        autoFocus
      />
    </ConfirmDialog>
  )
}
