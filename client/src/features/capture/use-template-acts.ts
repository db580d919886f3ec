import { again, repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { useLedger } from '../../data/hooks.tsx'
import type { Change } from '../../data/ledger.ts'
import { today } from '../../ui/dates.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

export type Template = DocOf<'template'>

/** Acts on templates; each says what failed, and each can be undone. */
export function useTemplateActs() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()

  async function save(changes: readonly Change[], words?: string) {
    try {
      const receipt = await ledger.save(changes)
      if (words === undefined) return
      showToast(words, {
        name: t('common.undo'),
        onPress: () => ledger.undo(receipt.act),
      })
    } catch (error) {
      showToast(problem(error))
    }
  }

  return {
    rename: ({ _id }: Template, name: string) =>
      save([{ change: 'edit', target: { ids: [_id] }, set: { name } }]),
    remove: ({ _id, name }: Template) =>
      save(
        [{ change: 'remove', target: { ids: [_id] } }],
        t('capture.removedTemplate', { name }),
      ),
    /** Only of what is whole. */
    addToday: ({ draft, name }: Template) => {
      const fields = again(draft, today())
      if (fields === undefined) return undefined
      return save(
        [{ change: 'create', doc: { kind: 'transaction', ...fields } }],
        t('capture.added', { name }),
      )
    },
    isWhole: ({ draft }: Template) => again(draft, today()) !== undefined,
    fieldsOf: ({ draft }: Template) => repeatableOf(draft),
  }
}
