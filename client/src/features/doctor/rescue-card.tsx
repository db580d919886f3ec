import { IconDownload } from '@tabler/icons-react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useState } from 'react'
import type { RescueReading } from '../../data/care.ts'
import { useLedger } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { LongWork } from '../../acts/long-work.tsx'
import styles from './doctor.module.css'
import { RescueOutcome } from '../../acts/rescue-outcome.tsx'
import { useLongWork } from '../../acts/use-long-work.ts'
import { useRescue } from './use-rescue.ts'

/** Files that carry records as they are, out and in again. */
export function RescueCard({ isAlone }: { readonly isAlone: boolean }) {
  const { t } = useWords()
  const ledger = useLedger()
  const rescue = useRescue()
  const reading = useLongWork<RescueReading>()
  const [outcome, setOutcome] = useState<RescueReading>()

  async function read(file: File | undefined) {
    if (file === undefined) return
    setOutcome(undefined)
    setOutcome(await reading.run((...how) => ledger.readRescue(file, ...how)))
  }

  if (rescue.busy !== undefined) {
    return (
      <Card title={t('doctor.rescueTitle')}>
        <LongWork
          label={t('doctor.rescuing')}
          progress={rescue.progress}
          onCancel={rescue.cancel}
        />
      </Card>
    )
  }
  if (reading.isRunning) {
    const { bytesRead = 0, bytesAll = 1 } = reading.progress ?? {}
    return (
      <Card title={t('doctor.rescueTitle')}>
        <LongWork
          label={t('doctor.readingRescue')}
          progress={{ done: bytesRead, all: bytesAll }}
          onCancel={reading.cancel}
        />
      </Card>
    )
  }
  return (
    <Card title={t('doctor.rescueTitle')}>
      <p>{t('doctor.rescueWords')}</p>
      {reading.failure !== undefined && (
        <Notice isBad>{reading.failure}</Notice>
      )}
      {outcome !== undefined && <RescueOutcome outcome={outcome} />}
      <footer className={styles['foot']}>
        {!isAlone && (
          <Button onPress={() => void rescue.save('unsynced')}>
            <IconDownload size={18} aria-hidden />
            {t('doctor.rescueUnsynced')}
          </Button>
        )}
        <Button onPress={() => void rescue.save('everything')}>
          <IconDownload size={18} aria-hidden />
          {t('doctor.rescueEverything')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={files => void read(files?.[0])}
        >
          <Button kind="plain">{t('doctor.readRescue')}</Button>
        </FileTrigger>
      </footer>
    </Card>
  )
}
