import { again, repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import type { DocOf } from '@ourmoney/shared/sync/kinds.ts'
import { useActs } from '../../acts/use-acts.ts'
import { today } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'

export type Template = DocOf<'template'>

/** Acts on templates; each says what failed, and each can be undone. */
export function useTemplateActs() {
  const { t } = useWords()
  const { save } = useActs()

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
