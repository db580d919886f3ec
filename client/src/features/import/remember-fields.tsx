import { Check } from '../../ui/check.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import type { Remember } from './use-remember.ts'

/** Whether the next file of this kind is read like this one, and what such files are called. */
export function RememberFields({ remember }: { readonly remember: Remember }) {
  const { t } = useWords()
  return (
    <div className={styles['remember']}>
      <Check isSelected={remember.isOn} onChange={remember.setOn}>
        <span>
          {t('imports.remember')}
          <small>{t('imports.rememberNote')}</small>
        </span>
      </Check>
      {remember.isOn && (
        <TextField
          label={t('imports.profileName')}
          value={remember.name}
          onChange={remember.setName}
        />
      )}
    </div>
  )
}
