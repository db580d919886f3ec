import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import type { Asked } from './people-dialogs.tsx'
import styles from './people.module.css'

type EndCardProps = {
  readonly isOwner: boolean
  readonly onAsk: (asked: Asked) => void
}

/** Ways out of the ledger. */
export function EndCard({ isOwner, onAsk }: EndCardProps) {
  const { t } = useWords()
  return (
    <Card title={t('people.end')}>
      <div className={styles['line']}>
        <p>{t('people.leaveShort')}</p>
        <Button onPress={() => onAsk({ ask: 'leave' })}>
          {t('people.leave')}
        </Button>
      </div>
      {isOwner && (
        <div className={styles['line']}>
          <p>{t('people.deleteShort')}</p>
          <Button kind="danger" onPress={() => onAsk({ ask: 'delete' })}>
            {t('people.delete')}
          </Button>
        </div>
      )}
    </Card>
  )
}
