import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'
import styles from './identity.module.css'

type ScanDialogProps = {
  readonly secret: string
  /** The same and whose it is, as such apps read it. */
  readonly uri: string
  /** Turns it on by a code of the app; what it throws is said here. */
  readonly onCode: (code: string) => Promise<void>
  readonly onClose: () => void
}

/** Gives the secret to an app, and asks for a code to see that it has it. */
export default function ScanDialog({
  secret,
  uri,
  onCode,
  onClose,
}: ScanDialogProps) {
  const { t } = useWords()
  const { run, isBusy, failure, fail } = useRun()
  const [code, setCode] = useState('')

  async function submit() {
    if (code.trim() === '') return fail(t('signIn.needsCode'))
    await run(() => onCode(code.trim()))
  }

  return (
    <Dialog
      title={t('identity.scanTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
      staysOpen
    >
      <DialogForm onSubmit={() => void submit()}>
        <div className={styles['scan']}>
          <p>{t('identity.scanWords')}</p>
          <QrCode text={uri} label={t('identity.qrLabel')} />
          <p>{t('identity.typeSecret')}</p>
          <code className={styles['secret']}>
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
        </div>
        <TextField
          label={t('identity.codeOfApp')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          autoFocus
        />
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isBusy}>
            {t('identity.turnOnCodes')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}
