import { useRef, useState } from 'react'
import {
  tokenAccesses,
  type TokenAccess,
} from '@ourmoney/shared/identity/api-tokens.ts'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { ShownOnce } from '../../session/shown-once.tsx'
import { tokensApi } from '../../session/tokens-api.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'

type NewTokenDialogProps = {
  readonly ledger: string
  readonly onMade: () => void
  readonly onClose: () => void
}

const terms = ['30', '90', '365'] as const

/** What a program may do and for how long, then its token, which is told only now. */
export default function NewTokenDialog({
  ledger,
  onMade,
  onClose,
}: NewTokenDialogProps) {
  const { t } = useWords()
  const session = useSession()
  const [name, setName] = useState('')
  const [access, setAccess] = useState<TokenAccess>('read')
  const [days, setDays] = useState<string>('90')
  const [made, setMade] = useState<string>()
  const isMade = useRef(false)

  async function make(proof: string) {
    const { token } = await tokensApi.make(
      await session.token(),
      proof,
      ledger,
      { name: name.trim(), access, days: Number(days) },
    )
    isMade.current = true
    setMade(token)
    onMade()
  }

  /** The dialog closes when it has done its work; then the token is shown in its place. */
  function close() {
    if (!isMade.current) onClose()
  }

  if (made !== undefined) {
    return (
      <ShownOnce
        title={t('identity.tokenMade')}
        words={t('identity.tokenMadeWords')}
        text={made}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      title={t('identity.makeToken')}
      action={t('identity.makeTokenAct')}
      isReady={name.trim() !== ''}
      onConfirmed={make}
      onClose={close}
    >
      <TextField
        label={t('identity.tokenName')}
        name="token-name"
        value={name}
        onChange={setName}
      />
      <ChoiceField
        label={t('identity.tokenAccess')}
        value={access}
        choices={tokenAccesses.map(id => ({
          id,
          name: t(`identity.token_${id}`),
        }))}
        onChange={id => setAccess(id === 'write' ? 'write' : 'read')}
      />
      <ChoiceField
        label={t('identity.tokenTerm')}
        value={days}
        choices={terms.map(id => ({
          id,
          name: t('identity.tokenDays', { count: Number(id) }),
        }))}
        onChange={setDays}
      />
    </ConfirmDialog>
  )
}
