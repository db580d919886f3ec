import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSyncFetch, type Contact } from './sync-fetch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Accepts, and answers never. */
const silent: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () =>
      reject(new DOMException('given up', 'AbortError')),
    )
  })

function aFetch(send: typeof fetch) {
  const heard: Contact[] = []
  const asking = createSyncFetch({
    token: () => async () => 'token',
    onContact: contact => heard.push(contact),
    onRefused: async () => {},
    fetch: send,
    wait: async () => {},
  })
  return { asking, heard }
}

const database = 'https://money.example/sync/0/db'

test.each([
  ['a feed', `${database}/_changes?feed=longpoll`, 75_000],
  ['a request', `${database}/_revs_diff`, 30_000],
])(
  'R10 %s that is never answered is given up, and counts as offline',
  async (_, url, patience) => {
    const { asking, heard } = aFetch(silent)
    const given = expect(asking(url)).rejects.toMatchObject({
      contact: 'offline',
    })
    await vi.advanceTimersByTimeAsync(patience - 1_000)
    expect(heard).toEqual([])
    await vi.advanceTimersByTimeAsync(2_000)
    await given
    expect(heard).toEqual(['offline'])
  },
)

test('R14 a _bulk_get that fails is asked again, and PouchDB hears of none of it', async () => {
  vi.useRealTimers()
  let asked = 0
  const { asking } = aFetch(async () => {
    asked += 1
    return Response.json({ results: [] }, { status: asked < 4 ? 503 : 200 })
  })
  const reply = await asking(`${database}/_bulk_get`, { method: 'POST' })
  expect(reply.status).toBe(200)
  expect(asked).toBe(4)
})
