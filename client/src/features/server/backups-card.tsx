import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import type { HealthReply } from '@ourmoney/shared/identity/operations.ts'
import { useSession } from '../../session/hooks.tsx'
import { serverApi } from '../../session/server-api.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './server.module.css'

const mostShown = 5

type BackupsCardProps = {
  readonly health: HealthReply | undefined
  readonly onChanged: () => void
}

export function BackupsCard({ health, onChanged }: BackupsCardProps) {
  const { t, locale } = useWords()
  const session = useSession()
  const problem = useProblem()
  const [isBusy, setBusy] = useState(false)
  const backups = health?.backups
  const isOff = health !== undefined && backups === undefined
  const older = (backups?.length ?? 0) - mostShown

  async function backUp() {
    setBusy(true)
    try {
      const { missing } = await serverApi.backUp(await session.token())
      showToast(
        missing.length === 0
          ? t('server.backedUp')
          : t('server.backedUpWithout', { count: missing.length }),
      )
    } catch (error) {
      showToast(problem(error))
    } finally {
      setBusy(false)
    }
    onChanged()
  }

  return (
    <Card title={t('server.backups')}>
      <p>{t(isOff ? 'server.backupsOff' : 'server.backupsWords')}</p>
      {backups?.length === 0 && <p>{t('server.noneYet')}</p>}
      {backups !== undefined && backups.length > 0 && (
        <ul className={styles['backups']}>
          {backups.slice(0, mostShown).map(({ name, at }) => (
            <li key={name}>{momentName(at, locale)}</li>
          ))}
          {older > 0 && <li>{t('server.more', { count: older })}</li>}
        </ul>
      )}
      {!isOff && (
        <div>
          <Button isPending={isBusy} onPress={() => void backUp()}>
            <IconDeviceFloppy size={18} aria-hidden />
            {t('server.backUp')}
          </Button>
        </div>
      )}
    </Card>
  )
}
