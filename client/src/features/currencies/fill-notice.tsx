import { useLedger } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

type FillNoticeProps = { readonly count: number }

/** Rates came after transactions: keeps them with these, all in one act. */
export function FillNotice({ count }: FillNoticeProps) {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()

  async function fill() {
    try {
      const receipt = await ledger.save([
        { change: 'fill-rates', target: { filter: {}, except: [] } },
      ])
      showToast(t('currencies.filled', { count: receipt.ids.length }), {
        name: t('common.undo'),
        onPress: () => ledger.undo(receipt.act),
      })
    } catch (error) {
      showToast(problem(error))
    }
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
