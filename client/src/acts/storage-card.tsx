import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useDevice } from '../data/hooks.tsx'
import { askToKeepStorage } from '../platform/keep-storage.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/page.tsx'
import { Mark } from '../ui/states.tsx'
import { showToast } from '../ui/toasts.tsx'
import { fileSize } from '../ui/file-size.ts'
import { useWords } from '../words/words.ts'
import styles from './storage-card.module.css'

type Storage = {
  readonly persisted: boolean
  readonly usage: number | undefined
  readonly quota: number | undefined
}

/** Whether the browser promises to keep what is here, and how much that is. */
export function StorageCard() {
  const { t, locale } = useWords()
  const device = useDevice()
  const [storage, setStorage] = useState<Storage>()

  useEffect(() => {
    let isGone = false
    void device.storage().then(found => isGone || setStorage(found))
    return () => {
      isGone = true
    }
  }, [device])

  async function keep() {
    if (!(await askToKeepStorage())) showToast(t('settings.keepRefused'))
    setStorage(await device.storage())
  }

  if (storage === undefined) {
    return (
      <Card title={t('settings.storage')}>
        <div className={styles['blank']} />
      </Card>
    )
  }
  const { persisted, usage, quota } = storage
  return (
    <Card title={t('settings.storage')}>
      <div className={styles['line']}>
        <div>
          {persisted ? (
            t('settings.persisted')
          ) : (
            <Mark
              icon={<IconAlertTriangle size={16} aria-hidden />}
              words={t('settings.notPersisted')}
              tone="warning"
            />
          )}
          {usage !== undefined && (
            <small>
              {quota === undefined
                ? t('settings.used', { used: fileSize(usage, locale) })
                : t('settings.usedOf', {
                    used: fileSize(usage, locale),
                    quota: fileSize(quota, locale),
                  })}
            </small>
          )}
        </div>
        {!persisted && (
          <Button onPress={() => void keep()}>{t('settings.keep')}</Button>
        )}
      </div>
    </Card>
  )
}
