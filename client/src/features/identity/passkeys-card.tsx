import { IconKey } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { identityApi } from '../../session/identity-api.ts'
import { hasPasskeys } from '../../session/passkey-error.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { later } from '../../ui/later.tsx'
import { Card, CardLine } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import type { Factors, Passkey } from './factors.ts'
import styles from './identity.module.css'

const NewPasskeyDialog = later(() => import('./new-passkey-dialog.tsx'))

type PasskeysCardProps = {
  readonly factors: Factors | undefined
  readonly onChanged: () => void
}

/** Keys on a person's devices that let them in without name and password. */
export function PasskeysCard({ factors, onChanged }: PasskeysCardProps) {
  const { t, locale } = useWords()
  const session = useSession()
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey>()

  async function remove(proof: string) {
    if (removing === undefined) return
    const token = await session.token()
    await identityApi.removePasskey(token, proof, removing.id)
    onChanged()
  }

  return (
    <Card title={t('identity.passkeys')}>
      <p>{t('identity.passkeysWords')}</p>
      {factors === undefined && <div className={styles['blank']} />}
      {factors?.passkeys.map(passkey => (
        <CardLine
          key={passkey.id}
          title={passkey.name}
          note={t('identity.lastUsed', {
            when: momentName(passkey.lastUsedAt, locale),
          })}
        >
          <Button
            label={t('identity.removeNamed', { name: passkey.name })}
            onPress={() => setRemoving(passkey)}
          >
            {t('identity.remove')}
          </Button>
        </CardLine>
      ))}
      {hasPasskeys() ? (
        <div>
          <Button
            isDisabled={factors === undefined}
            onPress={() => setAdding(true)}
          >
            <IconKey size={18} aria-hidden />
            {t('identity.addPasskey')}
          </Button>
        </div>
      ) : (
        <p>{t('identity.noPasskeysHere')}</p>
      )}
      <Suspense>
        {isAdding && (
          <NewPasskeyDialog
            onAdded={onChanged}
            onClose={() => setAdding(false)}
          />
        )}
        {removing !== undefined && (
          <ConfirmDialog
            title={t('identity.removeNamed', { name: removing.name })}
            action={t('identity.remove')}
            isDanger
            onConfirmed={remove}
            onClose={() => setRemoving(undefined)}
          >
            <p>{t('identity.removePasskeyWords')}</p>
          </ConfirmDialog>
        )}
      </Suspense>
    </Card>
  )
}
