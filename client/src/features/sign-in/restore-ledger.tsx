import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { useWords } from '../../words/words.ts'
import type { DeletedLedger } from './use-server-ledgers.ts'

type RestoreLedgerProps = {
  readonly ledger: DeletedLedger
  readonly onRestored: () => Promise<void>
  readonly onClose: () => void
}

export default function RestoreLedger(props: RestoreLedgerProps) {
  const { ledger, onRestored, onClose } = props
  const { t } = useWords()
  const session = useSession()

  async function restore(proof: string) {
    await peopleApi.restoreLedger(await session.token(), proof, ledger.id)
    await onRestored()
  }

  return (
    <ConfirmDialog
      title={t('signIn.restoreTitle', { name: ledger.name })}
      action={t('signIn.restore')}
      onConfirmed={restore}
      onClose={onClose}
    >
      <p>{t('signIn.restoreWords')}</p>
    </ConfirmDialog>
  )
}
