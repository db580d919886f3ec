import { useActs } from '../../acts/use-acts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'

type FillNoticeProps = { readonly count: number }

/** Rates came after transactions: keeps them with these, all in one act. */
export function FillNotice({ count }: FillNoticeProps) {
  const { t } = useWords()
  const { save } = useActs()

  function fill() {
    return save(
      [{ change: 'fill-rates', target: { filter: {}, except: [] } }],
      filled => t('currencies.filled', { count: filled }),
    )
  }

  if (count === 0) return null
  return (
    <Notice
      actions={
        <Button kind="primary" onPress={() => void fill()}>
          {t('currencies.fill', { count })}
        </Button>
      }
    >
      {t('currencies.fillWords', { count })}
    </Notice>
  )
}
