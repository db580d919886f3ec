import { IconCircleCheck } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { ConfirmDialog } from '../../session/confirm-dialog.tsx'
import { useSession } from '../../session/hooks.tsx'
import { identityApi } from '../../session/identity-api.ts'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Card, CardLine } from '../../ui/page.tsx'
import { Mark } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import type { Factors } from './factors.ts'
import styles from './identity.module.css'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'

const ScanDialog = later(() => import('./scan-dialog.tsx'))

type CodesCardProps = {
  readonly factors: Factors | undefined
  readonly onChanged: () => void
}

/** What is under way; each holds what its dialog needs. */
type Step =
  | { readonly step: 'ask-on' | 'ask-off' | 'ask-renew' }
  | {
      readonly step: 'scan'
      readonly proof: string
      readonly secret: string
      readonly uri: string
    }
  | { readonly step: 'keep'; readonly codes: readonly string[] }

/** Six digits from an app, besides the password. */
export function CodesCard({ factors, onChanged }: CodesCardProps) {
  const { t } = useWords()
  const session = useSession()
  const [step, setStep] = useState<Step>()

  async function begin(proof: string) {
    const token = await session.token()
    const [begun] = await Promise.all([
      identityApi.beginCodes(token, proof),
      // One dialog follows the other at once.
      ScanDialog.load(),
    ])
    setStep({ step: 'scan', proof, ...begun })
  }

  async function turnOff(proof: string) {
    await identityApi.turnOffCodes(await session.token(), proof)
    showToast(t('identity.codesOff'))
    onChanged()
  }

  async function renew(proof: string) {
    const token = await session.token()
    keep((await identityApi.renewRecoveryCodes(token, proof)).codes)
  }

  function keep(codes: readonly string[]) {
    setStep({ step: 'keep', codes })
    onChanged()
  }

  /** What asked is done; what came of it stays. */
  function closeAsking() {
    setStep(now => (now?.step.startsWith('ask') ? undefined : now))
  }

  return (
    <Card title={t('identity.codes')}>
      <p>{t('identity.codesWords')}</p>
      {factors === undefined ? (
        <div className={styles['blank']} />
      ) : factors.totp ? (
        <>
          <Mark
            icon={<IconCircleCheck size={16} aria-hidden />}
            words={t('identity.codesOn')}
            tone="good"
          />
          <CardLine
            title={t('identity.codesLeft', {
              count: factors.recoveryCodesLeft,
            })}
            note={t('identity.codesLeftWords')}
          >
            <Button onPress={() => setStep({ step: 'ask-renew' })}>
              {t('identity.newCodes')}
            </Button>
            <Button onPress={() => setStep({ step: 'ask-off' })}>
              {t('identity.turnOffCodes')}
            </Button>
          </CardLine>
        </>
      ) : (
        <CardLine
          title={t('identity.codesAreOff')}
          note={t('identity.endsOthers')}
        >
          <Button onPress={() => setStep({ step: 'ask-on' })}>
            {t('identity.turnOnCodes')}
          </Button>
        </CardLine>
      )}
      <Suspense>
        {step?.step === 'ask-on' && (
          <ConfirmDialog
            title={t('identity.codes')}
            action={t('identity.goOn')}
            onConfirmed={begin}
            onClose={closeAsking}
          >
            <p>{t('identity.turnOnWords')}</p>
          </ConfirmDialog>
        )}
        {step?.step === 'ask-off' && (
          <ConfirmDialog
            title={t('identity.codes')}
            action={t('identity.turnOffCodes')}
            isDanger
            onConfirmed={turnOff}
            onClose={closeAsking}
          >
            <p>{t('identity.turnOffWords')}</p>
          </ConfirmDialog>
        )}
        {step?.step === 'ask-renew' && (
          <ConfirmDialog
            title={t('identity.newCodes')}
            action={t('identity.newCodes')}
            onConfirmed={renew}
            onClose={closeAsking}
          >
            <p>{t('identity.newCodesWords')}</p>
          </ConfirmDialog>
        )}
        {step?.step === 'scan' && (
          <ScanDialog
            secret={step.secret}
            uri={step.uri}
            onCode={async code => {
              const token = await session.token()
              const { proof } = step
              keep((await identityApi.turnOnCodes(token, proof, code)).codes)
            }}
            onClose={() => setStep(undefined)}
          />
        )}
        {step?.step === 'keep' && (
          <RecoveryCodesDialog
            codes={step.codes}
            onClose={() => setStep(undefined)}
          />
        )}
      </Suspense>
    </Card>
  )
}
