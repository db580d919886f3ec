import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useDevice } from '../../data/hooks.tsx'
import { askToKeepStorage } from '../../platform/keep-storage.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import styles from './settings.module.css'

type Storage = {
  readonly persisted: boolean
  readonly usage: number | undefined
  readonly quota: number | undefined
}

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
      <section className={styles['card']}>
        <h2>{t('settings.storage')}</h2>
        <div className={styles['blank']} />
      </section>
    )
  }
  const { persisted, usage, quota } = storage
  return (
    <section className={styles['card']}>
      <h2>{t('settings.storage')}</h2>
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
                ? t('settings.used', { used: size(usage, locale) })
                : t('settings.usedOf', {
                    used: size(usage, locale),
                    quota: size(quota, locale),
                  })}
            </small>
          )}
        </div>
        {!persisted && (
          <Button onPress={() => void keep()}>{t('settings.keep')}</Button>
        )}
      </div>
    </section>
  )
}

function size(bytes: number, locale: string): string {
  const [unit, count] =
    bytes < 1e6
      ? (['kilobyte', bytes / 1e3] as const)
      : bytes < 1e9
        ? (['megabyte', bytes / 1e6] as const)
        : (['gigabyte', bytes / 1e9] as const)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: count < 10 ? 1 : 0,
  }).format(count)
}
