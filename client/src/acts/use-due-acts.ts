import type { DueDate } from '../data/changes.ts'
import type { DueDay, RecurringRule } from '../data/views/recurring.ts'
import { shortDate } from '../ui/dates.ts'
import { useWords } from '../words/words.ts'
import { useActs } from './use-acts.ts'

/** What turned out otherwise than the rule says. */
export type Otherwise = { readonly minor: number; readonly date: string }

/** What is done with due days of what recurs; each act can be taken back. */
export function useDueActs() {
  const { t, locale } = useWords()
  const { save } = useActs()
  const on = (date: string) => shortDate(date, locale)

  return {
    post: (
      { doc }: Pick<RecurringRule, 'doc'>,
      date: string,
      set?: Otherwise,
    ) =>
      save(
        [{ change: 'post', due: [{ recurring: doc._id, date }], set }],
        t('recurring.posted', { count: 1, name: doc.name }),
      ),
    postAll: (due: readonly DueDate[]) =>
      save(
        [{ change: 'post', due: due.map(dateOf) }],
        t('recurring.posted', { count: due.length, name: '' }),
      ),
    skip: ({ doc }: Pick<RecurringRule, 'doc'>, date: string) =>
      save(
        [
          {
            change: 'skip',
            due: [{ recurring: doc._id, date }],
            isSkipped: true,
          },
        ],
        t('recurring.skipped', { name: doc.name, date: on(date) }),
      ),
    unskip: ({ doc }: Pick<RecurringRule, 'doc'>, date: string) =>
      save(
        [
          {
            change: 'skip',
            due: [{ recurring: doc._id, date }],
            isSkipped: false,
          },
        ],
        t('recurring.unskipped', { name: doc.name, date: on(date) }),
      ),
    /** The transaction that is there already is the one that was due. */
    link: ({ doc }: Pick<RecurringRule, 'doc'>, { date, alike }: DueDay) =>
      save(
        [
          {
            change: 'edit',
            target: { ids: alike === undefined ? [] : [alike.id] },
            set: { recurring: doc._id },
            locked: 'keep',
          },
          {
            change: 'skip',
            due: [{ recurring: doc._id, date }],
            isSkipped: true,
          },
        ],
        t('recurring.linked', { name: doc.name, date: on(date) }),
      ),
  }
}

function dateOf({ recurring, date }: DueDate): DueDate {
  return { recurring, date }
}
