import { IconCopy } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { useWords } from '../words/words.ts'
import styles from './shown-once.module.css'

type ShownOnceProps = {
  readonly title: string
  /** What to do with it. */
  readonly words: string
  /** What is copied. */
  readonly text: string
  /** Stands in place of the text. */
  readonly children?: ReactNode
  /** More ways to keep it. */
  readonly ways?: ReactNode
  /** Where copying is not all. */
  readonly keptLabel?: string | undefined
  readonly onClose: () => void
}

/** Something that the server tells only now: it stays until somebody says that they have it. */
export function ShownOnce(props: ShownOnceProps) {
  const { title, words, text, children, ways, keptLabel, onClose } = props
  const { t } = useWords()
  const [isCopied, setCopied] = useState<boolean>()

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // The browser was told not to: it can still be marked and copied by hand.
      setCopied(false)
    }
  }

  return (
    <Dialog
      title={title}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
      staysOpen
    >
      <p>{words}</p>
      {children ?? <code className={styles['shown']}>{text}</code>}
      <div className={styles['ways']}>
        <Button onPress={() => void copy()}>
          <IconCopy size={18} aria-hidden />
          {t(isCopied === true ? 'identity.copied' : 'identity.copy')}
        </Button>
        {ways}
      </div>
      {isCopied === false && <p role="alert">{t('identity.notCopied')}</p>}
      <DialogActions>
        <Button kind="primary" onPress={onClose}>
          {keptLabel ?? t('identity.haveCopied')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
