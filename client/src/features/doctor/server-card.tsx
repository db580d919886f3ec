import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconRefresh,
} from '@tabler/icons-react'
import { useSessionState } from '../../session/hooks.tsx'
import type { ServerLook } from '../../session/look-at-server.ts'
import { momentName } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { Fact, Facts } from './fact.tsx'
import { useServerLook, useSessionEnd } from './use-look.ts'

/** Clocks that differ by less do no harm, and the server tells whole seconds. */
const mostSkew = 5_000

/** What the server answers, and who it takes this for. */
export function ServerCard() {
  const { t, locale } = useWords()
  const look = useServerLook()
  const state = useSessionState()
  const isReached = look?.state === 'answers'
  const end = useSessionEnd(isReached)
  return (
    <Card title={t('settings.server')}>
      <Facts>
        <Fact name={t('doctor.address')} note={location.origin}>
          <Answer look={look} />
        </Fact>
        <Fact
          name={t('doctor.person')}
          note={
            end === undefined
              ? undefined
              : t('doctor.sessionUntil', { when: momentName(end, locale) })
          }
        >
          {state.state === 'signed-out'
            ? t('settings.signedOut')
            : t(
                state.state === 'expired'
                  ? 'settings.expired'
                  : 'settings.signedInAs',
                { name: state.user.name },
              )}
        </Fact>
        {isReached && look.ahead !== undefined && (
          <Fact name={t('doctor.clock')}>
            <Clock ahead={look.ahead} />
          </Fact>
        )}
        <Fact name={t('doctor.versions')}>
          {isReached
            ? t('doctor.bothVersions', {
                app: __APP_VERSION__,
                server: look.version,
              })
            : t('doctor.appVersion', { app: __APP_VERSION__ })}
        </Fact>
      </Facts>
    </Card>
  )
}

function Answer({ look }: { readonly look: ServerLook | undefined }) {
  const { t } = useWords()
  switch (look?.state) {
    case undefined:
      return (
        <Mark
          icon={<IconRefresh size={16} aria-hidden />}
          words={t('settings.checking')}
        />
      )
    case 'answers':
      return (
        <Mark
          icon={<IconCircleCheck size={16} aria-hidden />}
          words={t('doctor.answers', { count: Math.round(look.took) })}
          tone="good"
        />
      )
    case 'other':
      return (
        <Mark
          icon={<IconAlertTriangle size={16} aria-hidden />}
          words={t('doctor.other', { status: look.status })}
          tone="warning"
        />
      )
    case 'silent':
      return (
        <Mark
          icon={<IconCloudOff size={16} aria-hidden />}
          words={t('doctor.silent')}
        />
      )
  }
}

function Clock({ ahead }: { readonly ahead: number }) {
  const { t, locale } = useWords()
  if (Math.abs(ahead) <= mostSkew) return t('doctor.clockAgrees')
  const seconds = Math.round(Math.abs(ahead) / 1_000)
  const [value, unit] =
    seconds < 120
      ? ([seconds, 'second'] as const)
      : seconds < 7_200
        ? ([Math.round(seconds / 60), 'minute'] as const)
        : seconds < 172_800
          ? ([Math.round(seconds / 3_600), 'hour'] as const)
          : ([Math.round(seconds / 86_400), 'day'] as const)
  const time = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value)
  return (
    <Mark
      icon={<IconAlertTriangle size={16} aria-hidden />}
      words={t(ahead > 0 ? 'doctor.clockAhead' : 'doctor.clockBehind', {
        time,
      })}
      tone="warning"
    />
  )
}
