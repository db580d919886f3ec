import { describe, expect, test } from 'vitest'
import { occurrenceId } from '@ourmoney/shared/recurring/posted.ts'
import type { Ledger } from '../ledger.ts'
import {
  aRate,
  aTransaction,
  answerWhen,
  create,
  edit,
  everything,
  recordOf,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

const today = '2026-11-22'
const asked = { view: 'recurring', today, until: '2026-12-31' } as const

/** Rent on the first of each month, since October. */
async function aRule(ledger: Ledger, fields: object = {}): Promise<string> {
  const { ids } = await create(ledger, {
    kind: 'recurring',
    name: 'Rent',
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=1',
    start: '2026-10-01',
    draft: {
      type: 'expense',
      description: 'Rent',
      minor: 70_000,
      currency: 'EUR',
    },
    post: 'on-confirmation',
    ...fields,
  })
  return ids[0] ?? ''
}

function dueWhen(ledger: Ledger, dates: readonly string[]) {
  return answerWhen(
    ledger,
    asked,
    ({ due }) => due.map(({ date }) => date).join() === dates.join(),
  )
}

/** What recurs is due, posted once whoever posts it, and left out where somebody says so. */
export function recurringContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('what recurs', () => {
    test('is due until it is posted or left out, and each can be taken back', () =>
      using(async ledger => {
        const rule = await aRule(ledger)
        const due = (date: string) => [{ recurring: rule, date }]
        const { rules, ahead } = await dueWhen(ledger, [
          '2026-10-01',
          '2026-11-01',
        ])
        expect(ahead).toEqual(due('2026-12-01'))
        expect(rules).toMatchObject([
          { state: 'active', next: '2026-12-01', baseMinor: 70_000 },
        ])

        const posted = await ledger.save([
          { change: 'post', due: due('2026-10-01') },
        ])
        expect(posted.ids).toEqual([occurrenceId(rule, '2026-10-01')])
        const skipped = await ledger.save([
          { change: 'skip', due: due('2026-11-01'), isSkipped: true },
        ])
        await dueWhen(ledger, [])
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({
          description: 'Rent',
          date: '2026-10-01',
        })

        await ledger.undo(skipped.act)
        await dueWhen(ledger, ['2026-11-01'])
        await ledger.undo(posted.act)
        await dueWhen(ledger, ['2026-10-01', '2026-11-01'])
        await answerWhen(ledger, everything, a => a.count === 0)
        await ledger.redo()
        await dueWhen(ledger, ['2026-11-01'])
        await ledger.undo(posted.act)
        const again = await ledger.save([
          { change: 'post', due: due('2026-10-01') },
        ])
        expect(again.ids).toEqual(posted.ids)
        await dueWhen(ledger, ['2026-11-01'])
      }))

    test('is posted by itself on its day, once, and never again where somebody deleted it', () =>
      using(async ledger => {
        const rule = await aRule(ledger, { post: 'on-the-day' })
        expect(await ledger.postDue(today)).toBe(2)
        expect(await ledger.postDue(today)).toBe(0)
        await dueWhen(ledger, [])
        // No person did it: there is nothing to take back but the rule.
        const acts = await answerWhen(ledger, { view: 'acts' }, () => true)
        expect(acts.undo).toMatchObject({ kind: 'recurring' })

        const id = occurrenceId(rule, '2026-11-01')
        await ledger.save([{ change: 'remove', target: { ids: [id] } }])
        await answerWhen(ledger, everything, a => a.count === 1)
        expect(await ledger.postDue(today)).toBe(0)
        await dueWhen(ledger, [])
        const { signal } = new AbortController()
        await ledger.emptyTrash(Date.now() + 1000, () => {}, signal)
        expect(await ledger.postDue(today)).toBe(0)
        await dueWhen(ledger, [])
        const { days } = await answerWhen(
          ledger,
          { view: 'occurrences', id: rule, today, most: 12 },
          () => true,
        )
        expect(days).toMatchObject([
          { date: '2026-11-01', state: 'deleted' },
          {
            date: '2026-10-01',
            state: 'posted',
            posted: { minor: 70_000, date: '2026-10-01' },
          },
        ])
      }))

    test('what was left out on one device and posted on another meanwhile goes, unless somebody touched it', () =>
      using(async ledger => {
        const rule = await aRule(ledger, { post: 'on-the-day' })
        await ledger.postDue(today)
        const due = ['2026-10-01', '2026-11-01'].map(date => ({
          recurring: rule,
          date,
        }))
        await edit(ledger, occurrenceId(rule, '2026-10-01'), { minor: 71_000 })
        await ledger.save([{ change: 'skip', due, isSkipped: true }])
        await ledger.postDue(today)
        const list = await answerWhen(ledger, everything, a => a.count === 1)
        expect(list.rows[0]).toMatchObject({ minor: 71_000 })
      }))

    test('another amount or day is an edit of what every device posts, in one act', () =>
      using(async ledger => {
        const rule = await aRule(ledger)
        const date = '2026-10-01'
        const { act, ids } = await ledger.save([
          {
            change: 'post',
            due: [{ recurring: rule, date }],
            set: { minor: 72_500, date: '2026-10-03' },
          },
        ])
        const { doc } = await recordOf(ledger, ids[0] ?? '')
        expect(doc).toMatchObject({
          minor: 72_500,
          date: '2026-10-03',
          recurring: rule,
          log: [{ was: { minor: 70_000, date } }],
        })
        expect(doc).not.toHaveProperty('createdAt')
        await ledger.undo(act)
        await dueWhen(ledger, [date, '2026-11-01'])
      }))

    test('abroad it keeps the rate of its day', () =>
      using(async ledger => {
        await create(ledger, aRate())
        const draft = {
          type: 'expense',
          description: 'Hosting',
          minor: 1_000,
          currency: 'USD',
        }
        const rule = await aRule(ledger, { draft, start: '2026-11-21' })
        const answer = await answerWhen(
          ledger,
          asked,
          a => a.rules[0]?.baseMinor === 920,
        )
        expect(answer.ahead).toMatchObject([{ date: '2026-12-01' }])
        const { ids } = await ledger.save([
          {
            change: 'post',
            due: [{ recurring: rule, date: '2026-12-01' }],
            set: { date: '2026-11-22' },
          },
        ])
        const { doc } = await recordOf(ledger, ids[0] ?? '')
        expect(doc).toMatchObject({ rate: { ratePpm: 920_000 } })
        await answerWhen(ledger, asked, a => a.ahead.length === 0)
      }))

    test('what seems to be written down already is told, and not posted by itself', () =>
      using(async ledger => {
        const rule = await aRule(ledger, { post: 'on-the-day' })
        const [bank = ''] = (
          await create(
            ledger,
            aTransaction({
              description: 'RENT',
              minor: 72_000,
              date: '2026-11-03',
            }),
          )
        ).ids
        await answerWhen(ledger, asked, a => a.due[1]?.alike !== undefined)
        expect(await ledger.postDue(today)).toBe(1)
        const { due } = await dueWhen(ledger, ['2026-11-01'])
        expect(due).toEqual([
          {
            recurring: rule,
            date: '2026-11-01',
            alike: { id: bank, date: '2026-11-03', minor: 72_000 },
          },
        ])
        await ledger.save([
          {
            change: 'edit',
            target: { ids: [bank] },
            set: { recurring: rule },
          },
          { change: 'skip', due, isSkipped: true },
        ])
        await dueWhen(ledger, [])
        expect(await ledger.postDue(today)).toBe(0)
      }))

    test('what has come before its day is told, once for all days', () =>
      using(async ledger => {
        const rule = await aRule(ledger, { start: '2026-11-24' })
        await edit(ledger, rule, { rrule: 'FREQ=DAILY;INTERVAL=3' })
        const [bank = ''] = (
          await create(
            ledger,
            aTransaction({
              description: 'RENT',
              minor: 72_000,
              date: '2026-11-21',
            }),
          )
        ).ids
        const { ahead } = await answerWhen(
          ledger,
          asked,
          a => a.ahead[0]?.alike !== undefined,
        )
        expect(ahead.map(({ alike }) => alike?.id)).toEqual([
          bank,
          ...ahead.slice(1).map(() => undefined),
        ])
      }))

    test('nothing is due while it is paused, after its end, and of what was not wanted', () =>
      using(async ledger => {
        const rule = await aRule(ledger)
        await edit(ledger, rule, { paused: '2026-11-01' })
        const paused = await dueWhen(ledger, ['2026-10-01'])
        expect(paused.rules).toMatchObject([{ state: 'paused' }])
        expect(paused.ahead).toEqual([])
        await edit(ledger, rule, { paused: undefined, since: today })
        const later = await dueWhen(ledger, [])
        expect(later.ahead).toMatchObject([{ date: '2026-12-01' }])
        await edit(ledger, rule, { stopped: today })
        const ended = await answerWhen(
          ledger,
          asked,
          a => a.rules[0]?.state === 'ended',
        )
        expect(ended.ahead).toEqual([])
        await edit(ledger, rule, { declined: true })
        await answerWhen(ledger, asked, a => a.rules.length === 0)
      }))

    test('payments that come every month are found until there is a rule, or nobody wants one', () =>
      using(async ledger => {
        const months = ['07', '08', '09', '10', '11']
        await create(
          ledger,
          ...months.map(month =>
            aTransaction({
              description: 'Streaming',
              minor: month < '10' ? 999 : 1_199,
              date: `2026-${month}-14`,
            }),
          ),
        )
        const wanted = { view: 'foundRecurring', today } as const
        const { found } = await answerWhen(
          ledger,
          wanted,
          answer => answer.found.length === 1,
        )
        const [streaming] = found
        expect(streaming).toMatchObject({
          draft: { description: 'Streaming', minor: 1_199 },
          rrule: 'FREQ=MONTHLY;BYMONTHDAY=14',
          next: '2026-12-14',
          isFixed: true,
          isLate: false,
          count: 5,
          first: '2026-07-14',
          last: '2026-11-14',
          missed: [],
          yearlyMinor: 12 * 1_199,
          prices: [{ date: '2026-10-14', beforeMinor: 999, minor: 1_199 }],
        })
        expect(streaming?.recent[0]).toMatchObject({ date: '2026-11-14' })
        const make = (declined: boolean) =>
          create(ledger, {
            kind: 'recurring',
            _id: streaming?.id,
            name: 'Streaming',
            rrule: streaming?.rrule ?? '',
            start: streaming?.next ?? '',
            draft: { ...streaming?.draft },
            post: 'on-confirmation',
            ...(declined && { declined }),
          })
        const gone = () =>
          answerWhen(ledger, wanted, answer => answer.found.length === 0)
        await make(false)
        await gone()
        const { ahead } = await answerWhen(
          ledger,
          asked,
          a => a.ahead.length > 0,
        )
        expect(ahead).toMatchObject([{ date: '2026-12-14' }])
        await ledger.undo()
        await answerWhen(ledger, wanted, answer => answer.found.length === 1)
        await make(true)
        await gone()
        await answerWhen(ledger, asked, a => a.rules.length === 0)
      }))

    test('of two payments that are called the same a rule stands for one', () =>
      using(async ledger => {
        const months = ['07', '08', '09', '10', '11']
        const salary = { type: 'income', description: 'Salary' }
        await create(
          ledger,
          ...months.flatMap(month => [
            aTransaction({
              ...salary,
              minor: 186_500,
              date: `2026-${month}-20`,
            }),
            aTransaction({
              ...salary,
              minor: 142_000,
              date: `2026-${month}-16`,
            }),
          ]),
        )
        const wanted = { view: 'foundRecurring', today } as const
        const minors = (expected: readonly number[]) =>
          answerWhen(
            ledger,
            wanted,
            ({ found }) =>
              found.map(({ draft }) => draft.minor).join() === expected.join(),
          )
        const { found } = await minors([186_500, 142_000])
        await aRule(ledger, {
          _id: found[0]?.id,
          name: 'Salary',
          draft: { ...found[0]?.draft },
        })
        await minors([142_000])
        // Written by hand, of about that amount.
        const draft = { ...found[1]?.draft, minor: 140_000 }
        await aRule(ledger, { name: 'Salary', draft })
        await minors([])
      }))

    test('a rule that is not there, or lacks an amount, posts nothing', () =>
      using(async ledger => {
        const rule = await aRule(ledger, { draft: { type: 'expense' } })
        const post = (recurring: string) =>
          ledger.save([
            { change: 'post', due: [{ recurring, date: '2026-10-01' }] },
          ])
        await expect(post(rule)).rejects.toMatchObject({ code: 'invalid' })
        await expect(post('rec_0000')).rejects.toMatchObject({
          code: 'not-found',
        })
        expect(await ledger.postDue(today)).toBe(0)
      }))
  })
}
