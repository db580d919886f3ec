import { describe, expect, test } from 'vitest'
import type { Ledger } from '../ledger.ts'
import type { InsightsAnswer } from '../views/insights.ts'
import {
  aRate,
  aTransaction,
  answerWhen,
  create,
  edit,
  inDollars,
  type OpenLedger,
  usingLedger,
} from './a-ledger.ts'

const today = '2026-11-22'
const asked = { view: 'insights', today, weekStart: 1 } as const

const kindsOf = ({ insights }: InsightsAnswer) =>
  insights.map(({ told }) => told.kind)
const oneOf =
  (kind: string, count = 1) =>
  (answer: InsightsAnswer) =>
    kindsOf(answer).filter(each => each === kind).length === count

const months = Array.from(
  { length: 10 },
  (_, at) => `2026-${String(at + 2).padStart(2, '0')}`,
)

/** A subscription in dollars since February, dearer since September. */
async function aSubscription(ledger: Ledger): Promise<void> {
  await create(ledger, aRate())
  await create(
    ledger,
    ...months.map((month, at) =>
      inDollars({
        description: 'Films',
        minor: at < 7 ? 1_000 : 1_200,
        date: `${month}-14`,
      }),
    ),
  )
}

/** What is news, by name, in its currency, with what shows it. */
export function newsContract(open: OpenLedger): void {
  const using = usingLedger(open)

  describe('what is news', () => {
    test('a payment that became dearer, in its own currency and weighed in the ledger’s', () =>
      using(async ledger => {
        await aSubscription(ledger)
        const { insights } = await answerWhen(
          ledger,
          asked,
          oneOf('risen-payment'),
        )
        expect(
          insights.find(({ told }) => told.kind === 'risen-payment'),
        ).toMatchObject({
          id: 'risen-payment =films 2026-09-14 1200',
          name: 'Films',
          currency: 'USD',
          told: { minor: 1_200, beforeMinor: 1_000, yearlyChangeMinor: 2_400 },
          weightMinor: 2_208,
          evidence: { from: '=films' },
        })
      }))

    test('what somebody said does not recur is no news', () =>
      using(async ledger => {
        await aSubscription(ledger)
        await answerWhen(ledger, asked, oneOf('risen-payment'))
        const { found } = await answerWhen(
          ledger,
          { view: 'foundRecurring', today },
          answer => answer.found.length === 1,
        )
        const [films] = found
        await create(ledger, {
          kind: 'recurring',
          _id: films?.id,
          name: 'Films',
          draft: films?.draft,
          rrule: films?.rrule,
          start: films?.first,
          post: 'on-confirmation',
          declined: true,
        })
        await answerWhen(ledger, asked, oneOf('risen-payment', 0))
      }))

    test('an expense that is unusual, and what stands below a category moves it', () =>
      using(async ledger => {
        const [food = '', bread = ''] = (
          await create(
            ledger,
            { kind: 'category', name: 'Food', type: 'expense' },
            { kind: 'category', name: 'Bread', type: 'expense' },
          )
        ).ids
        await edit(ledger, bread, { parent: food })
        const days = Array.from({ length: 12 }, (_, at) => 10 + at)
        await create(
          ledger,
          ...days.map(day =>
            aTransaction({
              description: 'Baker',
              minor: 300 + day * 5,
              category: bread,
              date: `2026-10-${day}`,
            }),
          ),
          aTransaction({
            description: 'Baker',
            minor: 60_000,
            category: bread,
            date: '2026-11-20',
          }),
        )
        const { insights } = await answerWhen(ledger, asked, oneOf('unusual'))
        expect(insights.map(({ told, name }) => [told.kind, name])).toEqual([
          ['unusual', 'Baker'],
          ['mover', undefined],
        ])
        const [unusual, mover] = insights
        expect(unusual).toMatchObject({
          told: { minor: 60_000, beside: 'payee' },
          currency: 'EUR',
          evidence: { category: bread },
        })
        expect(mover).toMatchObject({
          told: { minor: 60_000 },
          evidence: {
            category: food,
            range: { from: '2026-11-01', to: today },
          },
        })
      }))

    test('a budget is kept many times in a row, as long as it lasts', () =>
      using(async ledger => {
        await create(
          ledger,
          { kind: 'budget', period: 'month', minor: 9_000, currency: 'EUR' },
          ...months.map(month => aTransaction({ date: `${month}-03` })),
        )
        const { insights } = await answerWhen(ledger, asked, oneOf('streak'))
        const streak = insights.find(({ told }) => told.kind === 'streak')
        expect(streak?.told).toMatchObject({ of: 'kept', length: 9 })
        expect(streak?.id).toMatch(/^streak kept bud_\w+ 2026-02-01 6$/)
      }))
  })
}
