import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { download } from '../../platform/download.ts'
import { useSessionState } from '../../session/hooks.tsx'
import { ShownOnce } from '../../session/shown-once.tsx'
import { Button } from '../../ui/button.tsx'
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
  const name = state.state === 'signed-out' ? '' : state.user.name
  const head = t('identity.codesOf', { name, origin: location.origin })
  const text = [head, '', ...codes, ''].join('\n')

  return (
    <ShownOnce
      title={t('identity.keepTitle')}
      words={t('identity.keepWords')}
      text={text}
      keptLabel={t('identity.kept')}
      onClose={onClose}
      ways={
        <>
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
        </>
      }
    >
      <div data-print>
        <p data-print-only>{head}</p>
        <ul className={styles['codes']}>
          {codes.map(code => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </ShownOnce>
  )
}
