import { expect, test } from 'vitest'
import { aNetwork } from './a-network.ts'
import { aRandom, type Random } from './a-random.ts'
import { aReplica } from './a-replica.ts'
import { aLedger, aServer, type AServer } from './a-server.ts'
import { aUser, ask, signIn } from './an-app.ts'
import { agree, live, settle, type Side } from './converge.ts'
import { newSeeds } from './seeds.ts'

test.each(newSeeds)(
  'R21 R22 R33 three devices of two members agree, whatever becomes of the role of one, seed %i',
  async seed => {
    const server = await aServer()
    try {
      const bob = await aMember(server)
      const tokens = [server.token, server.token, bob.token]
      const sides = ['laptop', 'phone', 'bob'].map((name, index): Side => {
        const random = aRandom(seed * 3 + index)
        const replica = aReplica(name, random)
        const network = aNetwork(server.url, tokens[index] ?? '')
        return { random, replica, network }
      })
      await Promise.all(
        sides.map((side, index) =>
          live(side, index === 2 ? () => bob.change(side.random) : undefined),
        ),
      )
      await bob.beEditor()
      for (const { replica, network } of sides) await replica.retry(network)
      await settle(sides, seed)
      await server.databases.withLedger(aLedger, async database => {
        await agree(sides, database, seed)
      })
      // What conflicts, deletes and refusals leave behind is no damage.
      await server.databases.check(aLedger)
      for (const { replica } of sides) await replica.database.destroy()
    } finally {
      await server.dispose()
    }
  },
)

/** Bob, who edits Ann's ledger, and what Ann makes of him. */
async function aMember(server: AServer) {
  const { app, token, people } = server
  const id = await aUser(people, 'Bob')
  const member = `/ledgers/${aLedger}/members/${id}`
  let isMember = false

  async function be(role: 'editor' | 'viewer'): Promise<void> {
    if (!isMember) await people.members.add(aLedger, id, role)
    isMember = true
    const reply = await ask(app, token, 'PUT', member, { role })
    expect(reply.statusCode).toBeLessThan(300)
  }

  async function remove(): Promise<void> {
    if (isMember) await ask(app, token, 'DELETE', member)
    isMember = false
  }

  await be('editor')
  return {
    token: (await signIn(app, 'Bob')).accessToken,
    change: (random: Random) => {
      const chance = random.next()
      if (chance < 0.25) return remove()
      return be(chance < 0.6 ? 'viewer' : 'editor')
    },
    beEditor: () => be('editor'),
  }
}
