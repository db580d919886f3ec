import { expect, test } from 'vitest'
import type { Ledger } from './ledger.ts'
import type { View } from './views/view.ts'
import { askAhead, holdView, keyOf, latestOf } from './shared-views.ts'

const lookups = { view: 'lookups' } as const

/** A ledger that tells which views are open, and answers when it is told to. */
function openedLedger() {
  const open: { readonly listeners: Set<() => void>; latest: unknown }[] = []
  const ledger = {
    openView: (): View<unknown> => {
      const view = {
        listeners: new Set<() => void>(),
        latest: undefined as unknown,
      }
      open.push(view)
      return {
        subscribe: listener => {
          view.listeners.add(listener)
          return () => view.listeners.delete(listener)
        },
        latest: () => view.latest,
        failure: () => undefined,
        close: () => open.splice(open.indexOf(view), 1),
      }
    },
  } as unknown as Ledger
  return {
    ledger,
    open,
    answer: (answer: unknown) => {
      for (const view of open) {
        view.latest = answer
        for (const listener of view.listeners) listener()
      }
    },
  }
}

test('whoever asks the same shares one view, which is open as long as one of them holds it', () => {
  const { ledger, open, answer } = openedLedger()
  const told: string[] = []
  const first = holdView(ledger, keyOf(lookups), () => told.push('first'))
  const second = holdView(ledger, keyOf(lookups), () => told.push('second'))
  expect(open).toHaveLength(1)
  answer('one')
  expect(told).toEqual(['first', 'second'])
  first()
  answer('two')
  expect(told).toEqual(['first', 'second', 'second'])
  expect(latestOf(ledger, keyOf(lookups))).toBe('two')
  second()
  expect(open).toHaveLength(0)
  expect(latestOf(ledger, keyOf(lookups))).toBeUndefined()
})

test('a ledger that asks before it saves shares the views of the one behind it', () => {
  const { ledger, open } = openedLedger()
  holdView(ledger, keyOf(lookups), () => undefined)
  holdView({ ...ledger }, keyOf(lookups), () => undefined)
  expect(open).toHaveLength(1)
})

test('what was asked ahead is there for the screen that asks it next', async () => {
  const { ledger, open, answer } = openedLedger()
  const asked = askAhead(ledger, [lookups])
  answer('names')
  await asked
  holdView(ledger, keyOf(lookups), () => undefined)
  expect(open).toHaveLength(1)
  expect(latestOf(ledger, keyOf(lookups))).toBe('names')
})
