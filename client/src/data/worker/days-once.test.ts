import { expect, test } from 'vitest'
import type { ViewQuery } from '../views/view.ts'
import { daysArriving, daysLeaving } from './days-once.ts'

const days = [
  { day: 20_779, start: 0, count: 1, incomeMinor: 0, expenseMinor: 5 },
]

function openPort() {
  const leaving = daysLeaving()
  const page = daysArriving()
  return (kind: ViewQuery['view'] = 'transactions') => {
    const leave = leaving(kind, page.known())
    const arrive = page.arrive(kind)
    const sent: unknown[] = []
    return {
      sent,
      answer: (answer: object) => {
        const copy: unknown = structuredClone(leave(answer))
        sent.push(copy)
        return arrive(copy)
      },
    }
  }
}

test('days that are there already are not sent again, and come out the very same', () => {
  const open = openPort()
  const first = open().answer({ from: 0, days })
  const other = open()
  const second = other.answer({ from: 50, days })
  expect(first).toMatchObject({ from: 0, days })
  expect(second).toMatchObject({ from: 50, days })
  expect((second as { days: unknown }).days).toBe(
    (first as { days: unknown }).days,
  )
  expect(other.sent).toMatchObject([{ from: 50, days: undefined }])
})

test('other days are sent, none among them, and answers without any are left alone', () => {
  const open = openPort()
  const view = open()
  view.answer({ days })
  expect(view.answer({ days: [] })).toMatchObject({ days: [] })
  expect(view.answer({ days: [...days] })).toMatchObject({ days })
  expect(view.answer({ months: [] })).toEqual({ months: [] })
})

test('days of another kind of answer come as they are', () => {
  const view = openPort()('activity')
  const acts = { days: [{ date: '2026-11-22', acts: ['a1'] }] }
  expect(view.answer(acts)).toEqual(acts)
})

test('two views that are opened at once each get their days, whichever is first', () => {
  const open = openPort()
  const [one, other] = [open(), open()]
  expect(other.answer({ days })).toMatchObject({ days })
  expect(one.answer({ days })).toMatchObject({ days })
  expect(one.sent).toMatchObject([{ days: { count: new Int32Array([1]) } }])
})
