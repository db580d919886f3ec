import { afterEach, expect, test } from 'vitest'
import { aDatabase, aUser, somePeople } from '../../test/an-app.ts'
import type { FollowedDatabase } from '../people/follow-store.ts'
import type { People } from '../people/people.ts'
import { createDeliveries, type DeliveriesDeps } from './deliveries.ts'
import type { Call, Refusal } from './post.ts'

const ledger = '0'.repeat(25) + '1'
const address = 'https://program.example/hook'

const running: People[] = []
afterEach(async () => {
  for (const people of running.splice(0)) await people.following?.stop()
})

/** A ledger that servers share, and what its program was told. */
function aWorld() {
  const system = aDatabase()
  let seq = 0
  let isBroken = false
  const listeners = new Set<() => void>()
  const databases = {
    epoch: () => 'an epoch',
    onWritten: (_name: string, listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    withLedger: async <Answer>(
      _name: string,
      work: (database: never) => Promise<Answer>,
    ) => {
      world.reads += 1
      if (isBroken) throw new Error('No route to the database')
      return work({
        info: async () => ({ update_seq: seq }),
        changes: async ({ since }: { since: number }) => ({
          results: seq > since ? [{}] : [],
        }),
      } as never)
    },
  } satisfies DeliveriesDeps['databases']

  const calls: Call[] = []
  const world = {
    time: 1_000_000,
    /** How often a ledger was asked for. */
    reads: 0,
    calls,
    listeners,
    answer: async (): Promise<Refusal | undefined> => undefined,
    ids: () => calls.map(each => each.headers['webhook-id']),
    write: () => {
      seq += 1
      for (const listener of listeners) listener()
    },
    breaks: (next: boolean) => {
      isBroken = next
    },
    server: async (deps: Partial<DeliveriesDeps> = {}) => {
      const followed = system as unknown as FollowedDatabase
      const people = await somePeople({ database: system, followed })
      running.push(people)
      const deliveries = createDeliveries({
        webhooks: people.webhooks,
        databases,
        post: async call => {
          calls.push(call)
          return world.answer()
        },
        toPrivate: false,
        isCurrent: () => true,
        now: () => world.time,
        random: () => 0.5,
        ...deps,
      })
      return { people, deliveries }
    },
  }
  return world
}

async function aWebhook({ people, deliveries }: Server, id = ledger) {
  const known = people.users.named('Ann')?.id
  const user = known ?? (await aUser(people, 'Ann'))
  await people.ledgers.connect(user, id, 'Home')
  const told = await deliveries.positionOf(id)
  return people.webhooks.make({ user, ledger: id, address, told })
}

type Server = Awaited<ReturnType<ReturnType<typeof aWorld>['server']>>

const never = () => new Promise<undefined>(() => {})
const refused = async (): Promise<Refusal> => ({
  reason: 'status',
  status: 500,
})

test('S14 of two servers that hear of a change at once one tells of it, whatever the other knows', async () => {
  const world = aWorld()
  const one = await world.server()
  const other = await world.server()
  await aWebhook(one)
  await other.people.following?.look()
  for (let round = 1; round <= 5; round++) {
    world.time += 5_000
    world.write()
    await Promise.all([one, other].map(each => each.deliveries.look()))
    // The other may not even have heard of what came of it.
    await other.deliveries.look()
    await one.deliveries.look()
    expect(world.calls).toHaveLength(round)
  }
  expect(new Set(world.ids()).size).toBe(5)
})

test('S14 what one server did not bring to an end another does, after half a minute, by the same id', async () => {
  const world = aWorld()
  const one = await world.server()
  const other = await world.server()
  await aWebhook(one)
  await other.people.following?.look()
  world.write()
  const answer = world.answer
  world.answer = never
  void one.deliveries.look()
  await expect.poll(() => world.calls.length).toBe(1)
  // That server is no more.
  await other.people.following?.look()
  world.answer = answer
  world.time += 29_999
  await other.deliveries.look()
  expect(world.calls).toHaveLength(1)
  world.time += 1
  await other.deliveries.look()
  expect(world.calls).toHaveLength(2)
  expect(new Set(world.ids()).size).toBe(1)
  await other.deliveries.look()
  expect(world.calls).toHaveLength(2)
})

test('S14 a server that finds out late what another has told tells the rest itself', async () => {
  const world = aWorld()
  const one = await world.server()
  const other = await world.server()
  await aWebhook(one)
  await other.people.following?.look()
  world.write()
  await Promise.all([one, other].map(each => each.deliveries.look()))
  await other.people.following?.look()
  await other.deliveries.look()
  expect(world.calls).toHaveLength(1)
  world.time += 5_000
  world.write()
  await one.deliveries.look()
  world.time += 5_000
  world.write()
  // That server is no more, and the other has not heard what it told.
  await other.deliveries.look()
  await expect.poll(() => world.calls.length).toBe(3)
  expect(JSON.parse(world.calls.at(-1)?.body ?? '')).toMatchObject({
    data: { since: 2, cursor: 3 },
  })
})

test('S14 a retry that is due is made by one of two servers', async () => {
  const world = aWorld()
  const one = await world.server()
  const other = await world.server()
  await aWebhook(one)
  await other.people.following?.look()
  world.answer = refused
  world.write()
  for (let attempts = 1; attempts <= 4; attempts++) {
    await Promise.all([one, other].map(each => each.deliveries.look()))
    expect(world.calls).toHaveLength(attempts)
    await other.people.following?.look()
    await one.people.following?.look()
    world.time += 1_000_000
  }
})

test('S14 a server that has not heard of the others tells nobody', async () => {
  const world = aWorld()
  let isCurrent = false
  const server = await world.server({ isCurrent: () => isCurrent })
  await aWebhook(server)
  world.write()
  await server.deliveries.look()
  expect(world.calls).toEqual([])
  isCurrent = true
  await server.deliveries.look()
  expect(world.calls).toHaveLength(1)
})

test('a ledger that cannot be read is tried later each time, up to five minutes, is logged once, and is told of afterwards', async () => {
  const world = aWorld()
  const untold: unknown[] = []
  const server = await world.server({ onUntold: each => untold.push(each) })
  await aWebhook(server)
  const { look } = server.deliveries
  world.write()
  world.breaks(true)
  await look()
  for (const wait of [5, 20, 80, 320, 320]) {
    world.time += wait * 1000 - 1
    const reads = world.reads
    await look()
    expect(world.reads).toBe(reads)
    world.time += 1
    await look()
    expect(world.reads).toBe(reads + 1)
  }
  expect(untold).toMatchObject([{ isOff: false, to: 'program.example' }])
  world.breaks(false)
  world.time += 320_000
  await look()
  expect(world.calls).toHaveLength(1)

  world.breaks(true)
  world.time += 5_000
  world.write()
  await look()
  expect(untold).toHaveLength(2)
  world.breaks(false)
  world.time += 5_000
  await look()
  expect(world.calls).toHaveLength(2)
})

test('an address is tried eight times before it is off, also when the server itself was off for days', async () => {
  const world = aWorld()
  const server = await world.server()
  await aWebhook(server)
  world.answer = refused
  world.write()
  await server.deliveries.look()
  const day = 24 * 60 * 60 * 1000
  for (let attempts = 2; attempts <= 8; attempts++) {
    expect(server.people.webhooks.inForce()).toHaveLength(1)
    world.time += attempts === 2 ? 3 * day : day / 4
    await server.deliveries.look()
    expect(world.calls).toHaveLength(attempts)
  }
  expect(server.people.webhooks.inForce()).toEqual([])
})

test('of a ledger that changes all the time the first change is told at once, and the next ones together five seconds later', async () => {
  const world = aWorld()
  const server = await world.server()
  await aWebhook(server)
  for (let second = 0; second <= 10; second++) {
    world.write()
    await server.deliveries.look()
    expect(world.calls).toHaveLength(1 + Math.floor(second / 5))
    world.time += 1_000
  }
  const [, , last] = world.calls
  expect(JSON.parse(last?.body ?? '')).toMatchObject({
    data: { since: 6, cursor: 11 },
  })
})

const other = '0'.repeat(25) + '2'

test('at most eight are called at once, and the next one as soon as one is done', async () => {
  const world = aWorld()
  const server = await world.server()
  for (const id of [ledger, other]) {
    for (let n = 0; n < 5; n++) await aWebhook(server, id)
  }
  world.write()
  const first = Promise.withResolvers<undefined>()
  world.answer = () => (world.calls.length === 1 ? first.promise : never())
  void server.deliveries.look()
  await expect.poll(() => world.calls.length).toBe(8)
  await server.deliveries.look()
  expect(world.calls).toHaveLength(8)
  first.resolve(undefined)
  await expect.poll(() => world.calls.length).toBe(9)
})

test('one that is to be tried again is not held up by others that have something new all the time', async () => {
  const world = aWorld()
  const server = await world.server()
  const { look } = server.deliveries
  await aWebhook(server)
  world.answer = refused
  world.write()
  await look()
  const [waiting] = world.ids()
  for (let n = 0; n < 4; n++) await aWebhook(server)
  for (let n = 0; n < 5; n++) await aWebhook(server, other)
  const { reads } = world
  await look()
  // In the ledgers of these nothing was written yet.
  await expect.poll(() => world.reads).toBe(reads + 9)
  expect(world.calls).toHaveLength(1)

  world.time += 6_000
  world.answer = never
  world.write()
  void look()
  await expect.poll(() => world.calls.length).toBe(1 + 8)
  expect(world.ids().slice(1)).toContain(waiting)
})

test('nothing listens for webhooks that are no more', async () => {
  const world = aWorld()
  const server = await world.server()
  const { id } = await aWebhook(server)
  await server.deliveries.look()
  expect(world.listeners.size).toBe(1)
  await server.people.webhooks.revoke(ledger, id)
  await server.deliveries.look()
  expect(world.listeners.size).toBe(0)
  await aWebhook(server)
  await server.deliveries.look()
  await server.deliveries.stop()
  expect(world.listeners.size).toBe(0)
})
