import { IconCopy } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import {
  tokenAccesses,
  type TokenAccess,
} from '@ourmoney/shared/identity/api-tokens.ts'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { tokensApi } from '../../session/tokens-api.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './identity.module.css'

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

  if (made !== undefined) return <Made token={made} onClose={onClose} />
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

type MadeProps = { readonly token: string; readonly onClose: () => void }

function Made({ token, onClose }: MadeProps) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState<boolean>()

  async function copy() {
    try {
      await navigator.clipboard.writeText(token)
      setCopied(true)
    } catch {
      // The browser was told not to: it can still be marked and copied by hand.
      setCopied(false)
    }
  }

  return (
    <Dialog
      title={t('identity.tokenMade')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
      staysOpen
    >
      <p>{t('identity.tokenMadeWords')}</p>
      <code className={styles['secret']}>{token}</code>
      {isCopied === false && <p role="alert">{t('identity.notCopied')}</p>}
      <DialogActions>
        <Button onPress={() => void copy()}>
          <IconCopy size={18} aria-hidden />
          {t(isCopied === true ? 'identity.copied' : 'identity.copy')}
        </Button>
        <Button kind="primary" onPress={onClose}>
          {t('identity.tokenKept')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
