import { Button } from '../../ui/button.tsx'
import styles from './sign-in.module.css'

type LedgerLineProps = {
  readonly name: string
  /** Where it is. */
  readonly words: string
  readonly action: string
  readonly onPress: () => void
}

export function LedgerLine({ name, words, action, onPress }: LedgerLineProps) {
  return (
    <li className={styles['ledger']}>
      <div>
        <strong dir="auto">{name}</strong>
        <span>{words}</span>
      </div>
      <Button kind="primary" onPress={onPress}>
        {action}
      </Button>
    </li>
  )
}
