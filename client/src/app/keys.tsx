import { Dialog } from '../ui/dialog.tsx'
import { useWords } from '../words/words.ts'
import styles from './shell.module.css'

const keys = [
  ['n', 'shell.keyNew'],
  ['/', 'shell.keySearch'],
  ['j k', 'shell.keyMove'],
  ['Enter', 'shell.keyOpen'],
  ['e', 'shell.keyEdit'],
  ['x', 'shell.keySelect'],
  ['Delete', 'shell.keyDelete'],
  ['u', 'shell.keyUndo'],
  ['Ctrl K', 'shell.keyPalette'],
  ['?', 'shell.keyHelp'],
] as const

type KeysProps = { readonly onClose: () => void }

export default function Keys({ onClose }: KeysProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={t('shell.shortcuts')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <dl className={styles['keys']}>
        {keys.map(([key, words]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
