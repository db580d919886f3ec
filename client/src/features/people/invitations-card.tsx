import { useLedger } from '../../data/hooks.tsx'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './people.module.css'
import type { Invitation } from './use-people.ts'

type InvitationsCardProps = {
  readonly invitations: readonly Invitation[]
  readonly onChanged: () => Promise<void>
}

/** Links that nobody has used yet; nothing where there is none. */
export function InvitationsCard(props: InvitationsCardProps) {
  const { invitations, onChanged } = props
  const { t, locale } = useWords()
  const { id } = useLedger()
  const session = useSession()
  const problem = useProblem()

  async function revoke(invitation: string) {
    try {
      await peopleApi.revoke(await session.token(), id, invitation)
      showToast(t('people.revoked'))
    } catch (error) {
      showToast(problem(error))
    }
    await onChanged()
  }

  if (invitations.length === 0) return null
  return (
    <Card title={t('people.invitations')}>
      {invitations.map(each => (
        <div key={each.id} className={styles['line']}>
          <div>
            {t(`people.role_${each.role}`)}
            <small>
              {t('people.invitedBy', {
                name: each.createdBy,
                when: momentName(each.expiresAt, locale),
              })}
            </small>
          </div>
          <Button onPress={() => void revoke(each.id)}>
            {t('people.revoke')}
          </Button>
        </div>
      ))}
    </Card>
  )
}
