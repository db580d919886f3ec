import { useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { deviceName } from '../../platform/device-name.ts'
import { useSession } from '../../session/hooks.tsx'
import { addPasskey } from '../../session/passkeys.ts'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'

type NewPasskeyDialogProps = {
  readonly onAdded: () => void
  readonly onClose: () => void
}

export default function NewPasskeyDialog({
  onAdded,
  onClose,
}: NewPasskeyDialogProps) {
  const { t } = useWords()
  const session = useSession()
  const [name, setName] = useState(deviceName)

  async function add(proof: string) {
    await addPasskey(session, proof, name.trim())
    showToast(t('identity.passkeyAdded'))
    onAdded()
  }

  return (
    <ConfirmDialog
      title={t('identity.addPasskey')}
      action={t('common.add')}
      isReady={name.trim() !== ''}
      onConfirmed={add}
      onClose={onClose}
    >
      <p>{t('identity.addPasskeyWords')}</p>
      <TextField
        label={t('identity.passkeyName')}
        name="passkey-name"
        value={name}
        onChange={setName}
      />
    </ConfirmDialog>
  )
}
