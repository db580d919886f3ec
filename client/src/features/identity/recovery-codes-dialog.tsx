import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { download } from '../../platform/download.ts'
import { useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { useWords } from '../../words/words.ts'
import styles from './identity.module.css'
import './print.css'

type RecoveryCodesDialogProps = {
  readonly codes: readonly string[]
  readonly onClose: () => void
}

/** Shown once: the server keeps only their hashes. */
export function RecoveryCodesDialog({
  codes,
  onClose,
}: RecoveryCodesDialogProps) {
  const { t } = useWords()
  const state = useSessionState()
  const [isCopied, setCopied] = useState<boolean>()
  const name = state.state === 'signed-out' ? '' : state.user.name
  const head = t('identity.codesOf', { name, origin: location.origin })
  const text = [head, '', ...codes, ''].join('\n')

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // The browser was told not to: they can still be marked and copied by hand.
      setCopied(false)
    }
  }

  return (
    <Dialog
      title={t('identity.keepTitle')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
      staysOpen
    >
      <p>{t('identity.keepWords')}</p>
      <div data-print>
        <p data-print-only>{head}</p>
        <ul className={styles['codes']}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className={styles['ways']}>
        <Button onPress={() => void copy()}>
          <IconCopy size={18} aria-hidden />
          {t(isCopied === true ? 'identity.copied' : 'identity.copy')}
        </Button>
        <Button
          onPress={() =>
            download(
              new Blob([text], { type: 'text/plain' }),
              'ourmoney-recovery-codes.txt',
            )
          }
        >
          <IconDownload size={18} aria-hidden />
          {t('identity.asFile')}
        </Button>
        <Button onPress={() => window.print()}>
          <IconPrinter size={18} aria-hidden />
          {t('identity.print')}
        </Button>
      </div>
      {isCopied === false && <p role="alert">{t('identity.notCopied')}</p>}
      <DialogActions>
        <Button kind="primary" onPress={onClose}>
          {t('identity.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
