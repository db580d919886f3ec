import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Standing } from '@ourmoney/shared/identity/may-write.ts'
import { answerWhen, aTransaction } from '../contract/a-ledger.ts'
import { openMemoryLedger } from '../memory-ledger.ts'
import { tidyTrash } from './tidy-trash.ts'

const day = 86_400_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const trash = { view: 'trash', text: '', most: 10 } as const

type About = {
  readonly days?: number
  readonly standing?: Standing
  readonly isOurs?: boolean
}

/** A trash with what was deleted ninety days ago and yesterday, and its names after a day. */
async function leftAfterADay(about: About): Promise<readonly string[]> {
  const ledger = openMemoryLedger({ now: Date.now })
  async function deleted(description: string) {
    const doc = aTransaction({ description })
    const { ids } = await ledger.save([{ change: 'create', doc }])
    await ledger.save([{ change: 'remove', target: { ids } }])
  }
  await deleted('Old')
  vi.setSystemTime(Date.now() + 90 * day)
  await deleted('New')
  vi.setSystemTime(Date.now() + day)
  const stop = tidyTrash({
    now: Date.now,
    days: () => about.days ?? 90,
    standing: () => about.standing ?? 'owner',
    isOurs: () => about.isOurs ?? true,
    empty: before =>
      ledger.emptyTrash(before, () => {}, new AbortController().signal),
  })
  await vi.advanceTimersByTimeAsync(day / 2)
  stop()
  const answered = answerWhen(ledger, trash, () => true)
  await vi.advanceTimersByTimeAsync(1_000)
  const { records } = await answered
  await ledger.close()
  return records.map(doc =>
    'description' in doc ? String(doc.description) : '',
  )
}

test('what lay in the trash for the days that it is kept is removed for good by itself, what is newer is not', async () => {
  expect(await leftAfterADay({})).toEqual(['New'])
})

test.each(['editor', 'viewer', 'none'] as const)(
  'the device of somebody who is %s removes nothing by itself',
  async standing => {
    expect(await leftAfterADay({ standing })).toEqual(['New', 'Old'])
  },
)

test('nothing is removed that is kept for ever or for longer, or that another tab sees to', async () => {
  expect(await leftAfterADay({ days: 0 })).toEqual(['New', 'Old'])
  expect(await leftAfterADay({ days: 365 })).toEqual(['New', 'Old'])
  expect(await leftAfterADay({ isOurs: false })).toEqual(['New', 'Old'])
})
