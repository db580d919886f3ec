import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Comparison } from '../../data/care.ts'
import { useLedger } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Mark, Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { LongWork } from '../../acts/long-work.tsx'
import styles from './doctor.module.css'
import { useLongWork } from '../../acts/use-long-work.ts'

/** Asks the server of every record, and makes both alike again. */
export function VerifyCard() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const work = useLongWork()
  const [found, setFound] = useState<Comparison>()
  const [isMending, setMending] = useState(false)

  async function verify() {
    setFound(undefined)
    setFound(await work.run(ledger.verify))
  }

  async function mend(differences: Comparison) {
    setMending(true)
    try {
      const { sent, fetched, refused } = await ledger.mend(differences)
      setFound(undefined)
      showToast(
        [
          t('doctor.mended', { sent, fetched }),
          ...(refused > 0 ? [t('shell.refused', { count: refused })] : []),
        ].join(' · '),
      )
    } catch (error) {
      showToast(problem(error))
    } finally {
      setMending(false)
    }
  }

  const differs =
    found !== undefined &&
    found.serverLacks.length + found.deviceLacks.length > 0
  return (
    <Card title={t('doctor.verifyTitle')}>
      <p>{t('doctor.verifyWords')}</p>
      {work.failure !== undefined && <Notice isBad>{work.failure}</Notice>}
      {found !== undefined && <Found found={found} />}
      {work.isRunning ? (
        <LongWork
          label={t('doctor.verifying')}
          progress={work.progress}
          onCancel={work.cancel}
        />
      ) : (
        <footer className={styles['foot']}>
          {differs && (
            <Button
              kind="primary"
              isPending={isMending}
              onPress={() => void mend(found)}
            >
              {t('doctor.mend')}
            </Button>
          )}
          <Button onPress={() => void verify()}>{t('doctor.verify')}</Button>
        </footer>
      )}
    </Card>
  )
}

function Found({ found }: { readonly found: Comparison }) {
  const { t } = useWords()
  const { phase, records, serverLacks, deviceLacks } = found
  if (phase === 'cancelled') return <Notice>{t('doctor.stopped')}</Notice>
  if (serverLacks.length + deviceLacks.length === 0) {
    return (
      <div role="status">
        <Mark
          icon={<IconCircleCheck size={16} aria-hidden />}
          words={t('doctor.alike', { count: records })}
          tone="good"
        />
      </div>
    )
  }
  return (
    <div role="status">
      <ul className={styles['found']}>
        {serverLacks.length > 0 && (
          <li>
            <Mark
              icon={<IconAlertTriangle size={16} aria-hidden />}
              words={t('doctor.serverLacks', { count: serverLacks.length })}
              tone="warning"
            />
          </li>
        )}
        {deviceLacks.length > 0 && (
          <li>
            <Mark
              icon={<IconAlertTriangle size={16} aria-hidden />}
              words={t('doctor.deviceLacks', { count: deviceLacks.length })}
              tone="warning"
            />
          </li>
        )}
      </ul>
    </div>
  )
}
