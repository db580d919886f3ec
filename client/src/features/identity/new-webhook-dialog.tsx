import { useRef, useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { ShownOnce } from '../../session/shown-once.tsx'
import { webhooksApi } from '../../session/webhooks-api.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'

type NewWebhookDialogProps = {
  readonly ledger: string
  readonly onMade: () => void
  readonly onClose: () => void
}

/** Which address is told, then the secret by which it knows who tells it. */
export default function NewWebhookDialog({
  ledger,
  onMade,
  onClose,
}: NewWebhookDialogProps) {
  const { t } = useWords()
  const session = useSession()
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState<string>()
  const isMade = useRef(false)

  async function make(proof: string) {
    const token = await session.token()
    const made = await webhooksApi.make(token, proof, ledger, address.trim())
    isMade.current = true
    setSecret(made.secret)
    onMade()
  }

  /** The dialog closes when it has done its work; then the secret is shown in its place. */
  function close() {
    if (!isMade.current) onClose()
  }

  if (secret !== undefined) {
    return (
      <ShownOnce
        title={t('webhooks.made')}
        words={t('webhooks.madeWords')}
        text={secret}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      title={t('webhooks.make')}
      action={t('webhooks.makeAct')}
      isReady={URL.canParse(address.trim())}
      onConfirmed={make}
      onClose={close}
    >
      <TextField
        label={t('webhooks.address')}
        name="webhook-address"
        inputMode="url"
        placeholder="https://"
        value={address}
        onChange={setAddress}
      />
    </ConfirmDialog>
  )
}
