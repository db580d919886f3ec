import { useState } from 'react'
import { useLedger, useView } from '../../data/hooks.tsx'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'

export default function DeleteLedger({
  onClose,
}: {
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const { id, syncNow } = useLedger()
  const session = useSession()
  const name = useView({ view: 'lookups' })?.ledger?.name ?? ''
  const [typed, setTyped] = useState('')

  async function remove(proof: string) {
    await peopleApi.deleteLedger(await session.token(), proof, id)
    await syncNow()
  }

  return (
    <ConfirmDialog
      title={t('people.deleteTitle', { name })}
      action={t('people.delete')}
      isDanger
      isReady={typed.trim() === name.trim()}
      onConfirmed={remove}
      onClose={onClose}
    >
      <p>{t('people.deleteWords')}</p>
      <TextField
        label={t('people.typeName', { name })}
        value={typed}
        onChange={setTyped}
      />
    </ConfirmDialog>
  )
}
