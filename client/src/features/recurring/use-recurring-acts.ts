import { addDays } from '@ourmoney/shared/calendar/local-date.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { FoundPayment, RecurringRule } from '../../data/views/recurring.ts'
import { today } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import type { RuleFields } from './rule-draft.ts'

/** Acts on rules; each says what failed, and each can be taken back. */
export function useRecurringActs() {
  const { t } = useWords()
  const { save } = useActs()

  function edit(
    { doc }: RecurringRule,
    set: Readonly<Record<string, unknown>>,
    words: string,
  ) {
    return save([{ change: 'edit', target: { ids: [doc._id] }, set }], words)
  }

  function take(found: FoundPayment, declined: boolean, words: string) {
    const { id, draft, rrule, next } = found
    return save(
      [
        {
          change: 'create',
          doc: {
            kind: 'recurring',
            _id: id,
            name: draft.description.slice(0, 120),
            rrule,
            start: next,
            draft: { ...draft },
            post: 'on-confirmation',
            ...(declined && { declined }),
          },
        },
      ],
      words,
    )
  }

  return {
    create: ({ draft, ...fields }: RuleFields) =>
      save(
        [
          {
            change: 'create',
            doc: { kind: 'recurring', ...fields, draft: { ...draft } },
          },
        ],
        t('recurring.added', { name: fields.name }),
      ),
    change: (rule: RecurringRule, fields: RuleFields) =>
      edit(rule, fields, t('recurring.changed', { name: fields.name })),
    pause: (rule: RecurringRule) =>
      edit(
        rule,
        { paused: addDays(today(), 1) },
        t('recurring.pausedOne', { name: rule.doc.name }),
      ),
    /** What passed by meanwhile was not missed. */
    resume: (rule: RecurringRule) =>
      edit(
        rule,
        { paused: undefined, stopped: undefined, since: today() },
        t('recurring.resumed', { name: rule.doc.name }),
      ),
    end: (rule: RecurringRule) =>
      edit(
        rule,
        { stopped: today() },
        t('recurring.endedOne', { name: rule.doc.name }),
      ),
    remove: ({ doc }: RecurringRule) =>
      save(
        [{ change: 'remove', target: { ids: [doc._id] } }],
        t('recurring.deleted', { name: doc.name }),
      ),
    add: (found: FoundPayment) =>
      take(
        found,
        false,
        t('recurring.added', { name: found.draft.description }),
      ),
    decline: (found: FoundPayment) =>
      take(
        found,
        true,
        t('recurring.declined', { name: found.draft.description }),
      ),
  }
}
