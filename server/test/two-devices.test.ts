import { test } from 'vitest'
import { aNetwork } from './a-network.ts'
import { aRandom } from './a-random.ts'
import { aReplica } from './a-replica.ts'
import { aLedger, aServer } from './a-server.ts'
import { agree, live, settle } from './converge.ts'
import { newSeeds } from './seeds.ts'

/** Seeds that once failed; they always run. */
const keptSeeds = [20_781_022, 20_781_080, 20_781_167, 20_781_192, 20_781_245]

test.each([...keptSeeds, ...newSeeds])(
  'R21 R22 R12 two devices that edit, delete and lose the network agree with the server, seed %i',
  async seed => {
    const server = await aServer()
    try {
      const sides = ['ann', 'bob'].map((name, index) => {
        // Each its own, or who comes first would decide about the other.
        const random = aRandom(seed * 2 + index)
        return {
          random,
          replica: aReplica(name, random),
          network: aNetwork(server.url, server.token),
        }
      })
      await Promise.all(sides.map(side => live(side)))
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
