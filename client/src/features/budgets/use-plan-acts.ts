import type { Budget, CopiedBudget } from '@ourmoney/shared/budget/budget.ts'
import type { Goal } from '@ourmoney/shared/goal/reach-goal.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { NewDoc } from '../../data/changes.ts'
import { useWords } from '../../words/words.ts'
import type { BudgetFields } from './budget-draft.ts'

export type GoalFields = Pick<
  Goal,
  'name' | 'targetMinor' | 'currency' | 'date' | 'account' | 'category'
>

/** Acts on budgets and goals; each says what failed, and each can be taken back. */
export function usePlanActs() {
  const { t } = useWords()
  const { save } = useActs()

  function create(doc: NewDoc, name: string) {
    return save([{ change: 'create', doc }], t('budgets.created', { name }))
  }

  function edit(
    id: string,
    set: Readonly<Record<string, unknown>>,
    words: string,
  ) {
    return save([{ change: 'edit', target: { ids: [id] }, set }], words)
  }

  return {
    createBudget: (fields: BudgetFields, name: string) =>
      create({ kind: 'budget', ...fields }, name),
    editBudget: ({ _id }: Budget, fields: BudgetFields, name: string) =>
      edit(_id, fields, t('budgets.changed', { name })),
    copy: (budgets: readonly CopiedBudget[]) =>
      save(
        budgets.map(fields => ({
          change: 'create',
          doc: { kind: 'budget', ...fields },
        })),
        count => t('budgets.copied', { count }),
      ),
    createGoal: (fields: GoalFields) =>
      create({ kind: 'goal', ...fields }, fields.name),
    editGoal: ({ _id }: Goal, fields: GoalFields) =>
      edit(_id, fields, t('budgets.changed', { name: fields.name })),
    archive: ({ _id, name, archived }: Goal) =>
      edit(
        _id,
        { archived: archived === true ? undefined : true },
        t(archived === true ? 'budgets.unarchived' : 'budgets.archived', {
          name,
        }),
      ),
    remove: ({ _id }: Budget | Goal, name: string) =>
      save(
        [{ change: 'remove', target: { ids: [_id] } }],
        t('budgets.deleted', { name }),
      ),
  }
}
