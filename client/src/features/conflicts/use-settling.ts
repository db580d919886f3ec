import { useActs } from '../../acts/use-acts.ts'
import type { Change, ConflictAnswer } from '../../data/changes.ts'
import type { ConflictedRecord } from '../../data/views/past.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'

/** Writes what was chosen. Resolves with whether it was written. */
export function useSettling() {
  const { t } = useWords()
  const acts = useActs()

  async function save(changes: readonly Change[], words: string) {
    const receipt = await acts.save(changes, words)
    // Where everything that stood was kept there is nothing to take back.
    if (receipt?.ids.length === 0) showToast(words)
    return receipt !== undefined
  }

  return {
    settle: (id: string, answers: readonly ConflictAnswer[]) =>
      save([{ change: 'settle', id, answers }], t('conflicts.settled')),
    /** The same answer for all of many records: what stands, or of what waits the newest. */
    settleAll: (
      records: readonly ConflictedRecord[],
      take: 'standing' | 'other',
    ) =>
      save(
        records.map(({ doc, questions }) => ({
          change: 'settle',
          id: doc._id,
          answers: questions.flatMap(({ others }) => {
            const newest = others.at(-1)
            return newest === undefined
              ? []
              : [{ conflict: newest.conflict, take }]
          }),
        })),
        t('conflicts.settledMany', { count: records.length }),
      ),
  }
}
