import type { Account } from '@ourmoney/shared/account/account.ts'
import { correctionOf } from '@ourmoney/shared/account/correction.ts'
import type { AccountFields } from '@ourmoney/shared/account/read-account.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { Change } from '../../data/changes.ts'
import { useWords } from '../../words/words.ts'
import type { Statement } from './statement-dialog.tsx'

/** What can be done to accounts; each act says what failed, and can be undone. */
export function useAccountActs() {
  const { t } = useWords()
  const acts = useActs()

  /** Whether it was written. */
  async function save(
    changes: readonly Change[],
    words: string,
  ): Promise<boolean> {
    return (await acts.save(changes, words)) !== undefined
  }

  function edit(
    { _id }: Account,
    set: Readonly<Record<string, unknown>>,
    words: string,
  ) {
    return save([{ change: 'edit', target: { ids: [_id] }, set }], words)
  }

  return {
    create: (fields: AccountFields, order: number) =>
      save(
        [{ change: 'create', doc: { kind: 'account', ...fields, order } }],
        t('accounts.created', { name: fields.name }),
      ),
    edit: (account: Account, fields: AccountFields) =>
      edit(account, fields, t('accounts.edited', { name: fields.name })),
    close: (account: Account) =>
      edit(
        account,
        { closed: true },
        t('accounts.closedOne', { name: account.name }),
      ),
    reopen: (account: Account) =>
      edit(
        account,
        { closed: undefined },
        t('accounts.reopened', { name: account.name }),
      ),
    remove: (account: Account) =>
      save(
        [{ change: 'remove', target: { ids: [account._id] } }],
        t('accounts.deleted', { name: account.name }),
      ),
    /** Writes the order that accounts stand in now, where it is another. */
    order: (accounts: readonly Account[]) =>
      save(
        accounts.flatMap(({ _id, order }, index): Change[] =>
          order === index
            ? []
            : [
                {
                  change: 'edit',
                  target: { ids: [_id] },
                  set: { order: index },
                },
              ],
        ),
        t('accounts.ordered'),
      ),
    /** Puts transactions that are in no account into this one, as far as they are in its currency. */
    gather: ({ _id, currency, name }: Account) =>
      save(
        [
          {
            change: 'edit',
            target: {
              filter: {
                accounts: ['none'],
                currencies: [currency],
                types: ['expense', 'income'],
              },
              except: [],
            },
            set: { account: _id },
          },
        ],
        t('accounts.gathered', { name }),
      ),
    correct: (
      account: Account,
      statement: Statement,
      clearedMinor: number,
      member: string | undefined,
    ) => {
      const correction = correctionOf(account, { ...statement, clearedMinor })
      if (correction === undefined) return
      void save(
        [
          {
            change: 'create',
            doc: {
              kind: 'transaction',
              ...correction,
              member,
              description: t('accounts.correction'),
            },
          },
        ],
        t('accounts.corrected'),
      )
    },
    lock: ({ _id }: Account, statement: Statement, count: number) =>
      save(
        [
          {
            change: 'mark',
            target: {
              filter: {
                accounts: [_id],
                marks: ['ticked'],
                to: statement.date,
              },
              except: [],
            },
            account: _id,
            mark: 'locked',
          },
          {
            change: 'edit',
            target: { ids: [_id] },
            set: {
              statementDate: statement.date,
              statementMinor: statement.minor,
            },
          },
        ],
        t('accounts.lockedDone', { count }),
      ),
  }
}

export type AccountActs = ReturnType<typeof useAccountActs>
