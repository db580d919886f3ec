import { describe, expect, test } from 'vitest'
import { ruleFields, type Rule } from '@ourmoney/shared/rule/rule.ts'
import type { Ledger } from '../ledger.ts'
import type { RulesAsk } from '../rules.ts'
import {
  answerWhen,
  aTransaction,
  create,
  everything,
  type OpenLedger,
} from './a-ledger.ts'
import { bringIn, reviewOf, rowsOf } from './a-statement.ts'
import { usingAccounts } from './two-accounts.ts'

/** Rules and what was learned give rows of files their categories, and rules what is there. */
export function rulesContract(open: OpenLedger): void {
  const using = usingAccounts(open)

  describe('rules', () => {
    test('a rule sets what it says in a review, and says so', () =>
      using(async ({ ledger, bank }) => {
        const food = await aCategory(ledger, 'Food')
        await aRule(ledger, {
          when: [{ is: 'matches', pattern: '^pingo\\b' }],
          set: { category: food, tags: ['weekly'] },
        })
        const rows = [{ description: 'PINGO DOCE', category: 'Unknown' }, {}]
        const review = await reviewOf(ledger, { rows }, bank)
        expect(await rowsOf(ledger, review)).toMatchObject([
          {
            fields: { category: food, tags: ['weekly'] },
            newCategory: undefined,
            because: { name: 'A rule' },
          },
          { because: undefined },
        ])
        await bringIn(ledger, review)
        const list = await answerWhen(ledger, everything, a => a.count === 2)
        const doce = list.rows.find(row => row.description === 'PINGO DOCE')
        expect(doce).toMatchObject({ category: food, tags: ['weekly'] })
      }))

    test('rules are listed in the order in which they are asked', () =>
      using(async ({ ledger }) => {
        await aRule(ledger, { name: 'Second', order: 7 })
        await aRule(ledger, { name: 'First', order: -1 })
        await create(ledger, {
          kind: 'rule',
          order: 0,
          when: [{ is: 'of a newer version' }],
          set: {},
        })
        const { rules } = await answerWhen(
          ledger,
          { view: 'rules' },
          a => a.rules.length === 2 && a.newer === 1,
        )
        expect(rules.map(({ name }) => name)).toEqual(['First', 'Second'])
      }))

    test('a rule made in a review changes the rows that nobody touched', () =>
      using(async ({ ledger, bank }) => {
        const food = await aCategory(ledger, 'Food')
        const fun = await aCategory(ledger, 'Fun')
        const review = await reviewOf(ledger, { rows: [{}, {}] }, bank)
        await ledger.changeReview(review.id, [1], { category: fun })
        await aRule(ledger, { set: { category: food } })
        await ledger.reviewAgain(review.id)
        const rows = await rowsOf(ledger, review)
        expect(rows.map(row => row.fields?.category)).toEqual([fun, food])
      }))

    test('what the household does is learned: set where it is sure, else offered', () =>
      using(async ({ ledger, bank }) => {
        const food = await aCategory(ledger, 'Food')
        const fun = await aCategory(ledger, 'Fun')
        await create(
          ledger,
          ...Array.from({ length: 30 }, (_, at) =>
            aTransaction({
              description: at % 3 === 0 ? 'CINEMA NOS' : 'LIDL PORTO',
              category: at % 3 === 0 ? fun : food,
              account: bank,
              date: '2026-10-01',
            }),
          ),
          ...['FNAC', 'FNAC'].map(description =>
            aTransaction({ description, category: fun, account: bank }),
          ),
        )
        await answerWhen(ledger, everything, a => a.count === 32)
        const rows = ['LIDL BRAGA 77', 'FNAC', 'ZOO'].map(description => ({
          description,
          minor: -999,
        }))
        const review = await reviewOf(ledger, { rows }, bank)
        const [lidl, fnac, zoo] = await rowsOf(ledger, review)
        expect(lidl?.fields?.category).toBe(food)
        expect(lidl?.because).toHaveProperty('learned')
        expect(fnac?.fields?.category).toBeUndefined()
        expect(fnac?.suggestion).toMatchObject({ category: fun })
        expect(zoo?.suggestion).toBeUndefined()
      }))

    test('what rules would change is shown, changed as one act, and taken back', () =>
      using(async ({ ledger, bank }) => {
        const food = await aCategory(ledger, 'Food')
        const fun = await aCategory(ledger, 'Fun')
        const { ids } = await create(
          ledger,
          aTransaction(),
          aTransaction({ category: fun }),
          aTransaction({ description: 'Tea' }),
          aTransaction({ type: 'income', notes: 'coffee back', minor: 50 }),
          aTransaction({ account: bank }),
        )
        await ledger.save([
          {
            change: 'mark',
            target: { ids: [ids[4] ?? ''] },
            account: bank,
            mark: 'locked',
          },
        ])
        await answerWhen(ledger, everything, a => a.count === 5)
        const rule: Rule = {
          id: 'rule_new0',
          name: 'Coffee',
          order: 1,
          when: [{ is: 'contains', text: 'COFFEE' }],
          set: { category: food, tags: ['black'] },
          isOff: false,
        }
        const broken: Rule = {
          ...rule,
          id: 'rule_new1',
          when: [{ is: 'matches', pattern: '(' }],
        }
        const ask: RulesAsk = {
          rules: [rule, broken],
          filter: {},
          isReplacing: false,
        }
        const preview = await ledger.previewRules(ask, 2)
        expect(preview).toMatchObject({ count: 3, locked: 1, broken: ['('] })
        expect(preview.changes).toHaveLength(2)
        const replacing = { ...ask, isReplacing: true }
        const applied = await ledger.applyRules(
          replacing,
          () => {},
          new AbortController().signal,
        )
        expect(applied).toMatchObject({ phase: 'done', done: 3, all: 3 })
        const list = await answerWhen(
          ledger,
          { ...everything, filter: { tags: ['black'] } },
          a => a.count === 3,
        )
        expect(list.rows.map(row => row.category)).toEqual([food, food, food])
        // Of an expense's category it is a refund.
        expect(list.rows.find(row => row.hasNotes)).toMatchObject({
          type: 'expense',
          minor: -50,
        })
        expect(await ledger.previewRules(replacing, 9)).toMatchObject({
          count: 0,
        })
        await ledger.undo()
        await answerWhen(
          ledger,
          { ...everything, filter: { categories: [fun] } },
          a => a.count === 1,
        )
      }))
  })
}

async function aCategory(ledger: Ledger, name: string): Promise<string> {
  const { ids } = await create(ledger, {
    kind: 'category',
    name,
    type: 'expense',
  })
  return ids[0] ?? ''
}

function aRule(ledger: Ledger, fields: Partial<Rule>) {
  return create(ledger, {
    kind: 'rule',
    ...ruleFields({
      name: 'A rule',
      order: 1,
      when: [{ is: 'contains', text: 'coffee' }],
      set: {},
      isOff: false,
      ...fields,
    }),
  })
}
