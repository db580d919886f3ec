import { ruleFields, type Rule } from '@ourmoney/shared/rule/rule.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { Change } from '../../data/changes.ts'
import { useWords } from '../../words/words.ts'

/** A rule that is not stored yet. */
export type RuleDraft = Omit<Rule, 'id' | 'order'>

/** What can be done to rules; each act says what failed, and can be undone. */
export function useRuleActs() {
  const { t } = useWords()
  const acts = useActs()

  /** Whether it was written. */
  async function save(changes: readonly Change[], words: string) {
    return (await acts.save(changes, words)) !== undefined
  }

  return {
    /** The last, or the first, as rules go: one that was made from a correction knows more. */
    create: (draft: RuleDraft, rules: readonly Rule[], isFirst = false) => {
      const orders = rules.map(({ order }) => order)
      const order = isFirst
        ? Math.min(0, ...orders) - 1
        : Math.max(0, ...orders) + 1
      const doc = { kind: 'rule', ...ruleFields({ ...draft, order }) } as const
      return save([{ change: 'create', doc }], t('imports.ruleSaved'))
    },
    edit: ({ id, ...rule }: Rule) =>
      save(
        [
          {
            change: 'edit',
            target: { ids: [id] },
            set: { off: undefined, ...ruleFields(rule) },
          },
        ],
        t('imports.ruleSaved'),
      ),
    remove: ({ id }: Rule) =>
      save(
        [{ change: 'remove', target: { ids: [id] } }],
        t('imports.ruleDeleted'),
      ),
    /** Writes the order that rules stand in now, where it is another. */
    order: (rules: readonly Rule[]) =>
      save(
        rules.flatMap(({ id, order }, at): Change[] =>
          order === at
            ? []
            : [{ change: 'edit', target: { ids: [id] }, set: { order: at } }],
        ),
        t('imports.rulesOrdered'),
      ),
  }
}

export type RuleActs = ReturnType<typeof useRuleActs>
