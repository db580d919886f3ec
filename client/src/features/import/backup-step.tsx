import { useState } from 'react'
import { RescueOutcome } from '../../acts/rescue-outcome.tsx'
import RestoreBackup from '../../acts/restore-backup.tsx'
import type { RescueReading } from '../../data/care.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'

type BackupStepProps = {
  readonly file: File
  readonly onAnother: () => void
}

/** A backup that was taken for a file to bring in: it is restored right here. */
export function BackupStep({ file, onAnother }: BackupStepProps) {
  const { t } = useWords()
  const [done, setDone] = useState<RescueReading>()
  return (
    <Card title={t('backup.restoreTitle')}>
      {done === undefined ? (
        <>
          <p>{t('imports.isBackup', { name: file.name })}</p>
          <RestoreBackup file={file} onOther={onAnother} onRestored={setDone} />
        </>
      ) : (
        <>
          <RescueOutcome outcome={done} />
          <footer className={styles['foot']}>
            <Button onPress={onAnother}>{t('imports.another')}</Button>
          </footer>
        </>
      )}
    </Card>
  )
}
