import { useSyncExternalStore } from 'react'
import { installing } from '../../platform/install.ts'
import { updates } from '../../platform/updates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import styles from './settings.module.css'

export function AppCard() {
  const { t } = useWords()
  const isWaiting = useSyncExternalStore(updates.subscribe, updates.isWaiting)
  const isOffered = useSyncExternalStore(
    installing.subscribe,
    installing.isOffered,
  )
  return (
    <Card title={t('settings.app')}>
      <div className={styles['line']}>
        <div>
          {t('settings.version', { version: __APP_VERSION__ })}
          <small>
            {isWaiting ? t('settings.updateReady') : t('settings.upToDate')}
          </small>
        </div>
        <div className={styles['foot']}>
          {isWaiting && (
            <Button kind="primary" onPress={() => updates.apply()}>
              {t('settings.update')}
            </Button>
          )}
          {isOffered && (
            <Button onPress={() => void installing.accept()}>
              {t('settings.install')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  )
}
