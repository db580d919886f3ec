import type { TokenAccess } from '@ourmoney/shared/identity/api-tokens.ts'
import { Button } from '../../ui/button.tsx'
import { momentName } from '../../ui/dates.ts'
import { CardLine } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'

export type TokenShown = {
  readonly id: string
  readonly name: string
  readonly access: TokenAccess
  readonly user: string
  readonly expiresAt: number
  readonly lastUsedAt?: number | undefined
}

type TokenLineProps = {
  readonly token: TokenShown
  readonly onRevoke: () => void
}

export function TokenLine({ token, onRevoke }: TokenLineProps) {
  const { t, locale } = useWords()
  const { name, access, user, expiresAt, lastUsedAt } = token
  const when = momentName(expiresAt, locale)
  const used =
    lastUsedAt === undefined
      ? t('identity.neverUsed')
      : t('identity.lastUsed', { when: momentName(lastUsedAt, locale) })
  return (
    <CardLine
      title={name}
      note={[
        user,
        t(`identity.token_${access}`),
        used,
        t('identity.tokenUntil', { when }),
      ].join(' · ')}
    >
      <Button label={t('identity.revokeNamed', { name })} onPress={onRevoke}>
        {t('identity.revoke')}
      </Button>
    </CardLine>
  )
}
