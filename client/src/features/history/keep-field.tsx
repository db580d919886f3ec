import { ledgerDocId } from '@ourmoney/shared/sync/prefixes.ts'
import { useActs } from '../../acts/use-acts.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './history.module.css'

const usual = [30, 90, 365, 0]

/** How long what was deleted can be restored. */
export function KeepField({ days }: { readonly days: number }) {
  const { t } = useWords()
  const { save } = useActs()
  const choices = usual.includes(days) ? usual : [days, ...usual]

  function keep(chosen: string) {
    const set = { trashDays: Number(chosen) }
    const target = { ids: [ledgerDocId] }
    return save([{ change: 'edit', target, set }], t('history.kept'))
  }

  return (
    <div className={styles['whose']}>
      <ChoiceField
        label={t('history.keepFor')}
        value={String(days)}
        choices={choices.map(each => ({
          id: String(each),
          name:
            each === 0
              ? t('history.forEver')
              : t('history.days', { count: each }),
        }))}
        onChange={chosen => void keep(chosen)}
      />
    </div>
  )
}
