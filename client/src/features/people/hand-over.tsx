import { useLedger } from '../../data/hooks.tsx'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { useWords } from '../../words/words.ts'
import type { Person } from './people.ts'

type HandOverProps = {
  readonly person: Person
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}

export default function HandOver(props: HandOverProps) {
  const { person, onChanged, onClose } = props
  const { t } = useWords()
  const { id } = useLedger()
  const session = useSession()

  async function handOver(proof: string) {
    const token = await session.token()
    await peopleApi.handOver(token, proof, id, person.user?.user ?? '')
    await onChanged()
  }

  return (
    <ConfirmDialog
      title={t('people.handOverTitle', { name: person.name })}
      action={t('people.handOver')}
      onConfirmed={handOver}
      onClose={onClose}
    >
      <p>{t('people.handOverWords')}</p>
    </ConfirmDialog>
  )
}
