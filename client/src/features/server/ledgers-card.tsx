import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type {
  HealthReply,
  ServerLedger,
} from '@ourmoney/shared/identity/operations.ts'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { serverApi } from '../../session/server-api.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { momentName } from '../../ui/dates.ts'
import { fileSize } from '../../ui/file-size.ts'
import { Card } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import styles from './server.module.css'

type LedgersCardProps = {
  readonly ledgers: readonly ServerLedger[] | undefined
  readonly backups: NonNullable<HealthReply['backups']>
  readonly onChanged: () => void
}

/** By id, owners and size: names are the members' own. */
export function LedgersCard({ ledgers, backups, onChanged }: LedgersCardProps) {
  const { t, locale } = useWords()
  const [restoring, setRestoring] = useState<ServerLedger>()
  // What needs somebody comes first.
  const ordered = ledgers?.toSorted(
    (a, b) => Number(b.trouble !== undefined) - Number(a.trouble !== undefined),
  )

  return (
    <Card title={t('server.ledgers')}>
      <p>
        {t(ledgers?.length === 0 ? 'server.noLedgers' : 'server.ledgersWords')}
      </p>
      {ordered === undefined && <div className={styles['blank']} />}
      <ul className={styles['rows']}>
        {ordered?.map(ledger => (
          <li key={ledger.id}>
            <span>
              <strong dir="auto">
                {ledger.owners.length === 0
                  ? t('server.ofNobody')
                  : t('server.ownedBy', { names: ledger.owners.join(', ') })}
              </strong>
              <small>
                {[
                  t('server.members', { count: ledger.members }),
                  ledger.deletedAt !== undefined && t('server.deleted'),
                  ledger.id,
                ]
                  .filter(each => each !== false)
                  .join(' · ')}
              </small>
              {ledger.trouble !== undefined && (
                <Mark
                  icon={<IconAlertTriangle size={16} aria-hidden />}
                  words={t(`server.trouble_${ledger.trouble}`)}
                  tone="bad"
                />
              )}
            </span>
            <span className={styles['end']}>
              <span className={styles['size']}>
                {fileSize(ledger.bytes, locale)}
              </span>
              {ledger.trouble !== undefined && backups.length > 0 && (
                <Button onPress={() => setRestoring(ledger)}>
                  {t('server.restore')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {restoring !== undefined && (
        <RestoreDialog
          ledger={restoring}
          backups={backups}
          onChanged={onChanged}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </Card>
  )
}

type RestoreDialogProps = Pick<LedgersCardProps, 'backups' | 'onChanged'> & {
  readonly ledger: ServerLedger
  readonly onClose: () => void
}

function RestoreDialog(props: RestoreDialogProps) {
  const { ledger, backups, onChanged, onClose } = props
  const { t, locale } = useWords()
  const session = useSession()
  const [from, setFrom] = useState(backups[0]?.name ?? '')

  async function restore(proof: string) {
    const token = await session.token()
    const { empty } = await serverApi.restore(token, proof, from, ledger.id)
    showToast(
      t(empty.length === 0 ? 'server.restored' : 'server.restoredInPart'),
    )
    onChanged()
  }

  return (
    <ConfirmDialog
      title={t('server.restoreTitle', { id: ledger.id })}
      action={t('server.restore')}
      onConfirmed={restore}
      onClose={onClose}
    >
      <p>{t('server.restoreWords')}</p>
      <ChoiceField
        label={t('server.restoreFrom')}
        value={from}
        onChange={setFrom}
        choices={backups.map(({ name, at }) => ({
          id: name,
          name: momentName(at, locale),
        }))}
      />
    </ConfirmDialog>
  )
}
