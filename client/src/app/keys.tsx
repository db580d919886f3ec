import { Dialog } from '../ui/dialog.tsx'
import { useWords } from '../words/words.ts'
import styles from './shell.module.css'

const keys = [
  ['N', 'shell.keyNew'],
  ['Q', 'shell.keyQuick'],
  ['/', 'shell.keySearch'],
  ['J K', 'shell.keyMove'],
  ['Enter', 'shell.keyOpen'],
  ['E', 'shell.keyEdit'],
  ['A', 'shell.keyAgain'],
  ['X', 'shell.keySelect'],
  ['Delete', 'shell.keyDelete'],
  ['U', 'shell.keyUndo'],
  ['Ctrl Shift Z', 'shell.keyRedo'],
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
        {keys.map(([pressed, words]) => (
          <div key={pressed} style={{ display: 'contents' }}>
            <dt>
              {pressed.split(' ').map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
