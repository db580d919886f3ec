import { useEffect, useState } from 'react'
import type { BackupLook, RescueReading } from '../data/care.ts'
import { useDevice } from '../data/hooks.tsx'
import { LedgerError } from '../data/ledger-error.ts'
import { useLedgers } from '../data/ledgers.tsx'
import { Button } from '../ui/button.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice, Waiting } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useStable } from '../ui/use-stable.ts'
import { useRun } from '../words/use-run.ts'
import { useWords } from '../words/words.ts'
import styles from './long-work.module.css'
import { LongWork } from './long-work.tsx'
import { RestoreLook } from './restore-look.tsx'
import { useLongWork } from './use-long-work.ts'

type RestoreBackupProps = {
  /** Chosen already. */
  readonly file?: File | undefined
  /** It is to be another file than the one that was chosen already. */
  readonly onOther?: (() => void) | undefined
  /** Its ledger is open then. */
  readonly onRestored: (done: RescueReading) => void
}

type Chosen = {
  readonly file: File
  readonly password: string | undefined
  readonly look: BackupLook | undefined
}

/** A backup from choosing it to its ledger: what is in it is shown before anything is written. */
export default function RestoreBackup({
  file: given,
  onOther = () => undefined,
  onRestored,
}: RestoreBackupProps) {
  const { t } = useWords()
  const device = useDevice()
  const ledgers = useLedgers()
  const looking = useRun()
  const work = useLongWork<RescueReading>()
  const [chosen, setChosen] = useState<Chosen>()
  const [typed, setTyped] = useState('')
  const [stopped, setStopped] = useState<'new' | 'here'>()

  function look(file: File, password: string | undefined) {
    setStopped(undefined)
    void looking.run(async () => {
      try {
        const found = await device.lookAtBackup(file, password)
        setChosen({ file, password, look: found })
      } catch (error) {
        const code = error instanceof LedgerError ? error.code : undefined
        const isLocked = code === 'needs-password' || code === 'wrong-password'
        setChosen(isLocked ? { file, password, look: undefined } : undefined)
        if (code !== 'needs-password') throw error
      }
    })
  }

  const lookAtGiven = useStable(() => {
    if (given !== undefined) look(given, undefined)
  })
  useEffect(lookAtGiven, [lookAtGiven, given])

  function leave() {
    setChosen(undefined)
    onOther()
  }

  async function restore(found: BackupLook, me: string | undefined) {
    if (chosen === undefined) return
    const { file, password } = chosen
    const asked = { file, password, look: found, me }
    const isHere = ledgers.shelf.some(({ id }) => id === found.ledger)
    const done = await work.run((...how) => ledgers.restore(asked, ...how))
    if (done?.phase === 'done') return onRestored(done)
    if (done?.phase === 'cancelled') setStopped(isHere ? 'here' : 'new')
  }

  if (work.isRunning) {
    const { bytesRead = 0, bytesAll = 1 } = work.progress ?? {}
    return (
      <LongWork
        label={t('backup.restoring')}
        progress={{ done: bytesRead, all: bytesAll }}
        onCancel={work.cancel}
      />
    )
  }
  if (looking.isBusy) return <Waiting label={t('backup.reading')} />
  const failure = looking.failure ?? work.failure
  return (
    <>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {stopped !== undefined && (
        <Notice>
          {t(stopped === 'here' ? 'files.cancelled' : 'backup.stopped')}
        </Notice>
      )}
      {chosen === undefined && (
        <FileDrop
          label={t('backup.restoreTitle')}
          accepts={['.ourmoney', '.json']}
          choose={t('backup.choose')}
          orDrop={t('files.drop')}
          onFile={file => look(file, undefined)}
        />
      )}
      {chosen !== undefined && chosen.look === undefined && (
        <form
          className={styles['form']}
          onSubmit={event => {
            event.preventDefault()
            if (typed !== '') look(chosen.file, typed)
          }}
        >
          <TextField
            label={t('backup.opens')}
            type="password"
            value={typed}
            onChange={setTyped}
            autoFocus
          />
          <footer className={styles['foot']}>
            <Button onPress={leave}>{t('backup.other')}</Button>
            <Button kind="primary" type="submit">
              {t('backup.open')}
            </Button>
          </footer>
        </form>
      )}
      {chosen?.look !== undefined && (
        <RestoreLook
          look={chosen.look}
          onRestore={(found, me) => void restore(found, me)}
          onOther={leave}
        />
      )}
    </>
  )
}
