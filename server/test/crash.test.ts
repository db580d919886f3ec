import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTransactionDoc } from '@ourmoney/shared/testing/docs.ts'
import { aPowerLoss, type APowerLoss } from './a-power-loss.ts'
import { aProcess, ask, type AProcess } from './a-process.ts'
import { aRandom, type Random } from './a-random.ts'
import { aLedger } from './a-server.ts'

const isLong = process.env['OURMONEY_LONG'] === '1'
const kills = isLong ? 100 : 5
const seed = Number(process.env['OURMONEY_SEED_BASE'] ?? Date.now())

let dataDir: string
let toolDir: string
let server: AProcess | undefined

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
  toolDir = await mkdtemp(join(tmpdir(), 'ourmoney-'))
})
afterEach(async () => {
  await server?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
  await rm(toolDir, { recursive: true, force: true })
})

test(
  `S1 S7 ${kills} kills in mid-push lose no acknowledged doc, seed ${seed}`,
  { timeout: kills * 20_000 },
  () => crash(),
)

test(
  `S2 ${kills} losses of power in mid-push, each with what was not synced, lose no acknowledged doc, seed ${seed}`,
  { timeout: kills * 20_000 },
  async context => {
    const powerLoss = await aPowerLoss(toolDir)
    if (powerLoss === undefined) context.skip('there is no C compiler')
    expect(await crash(powerLoss), 'bytes that went').toBeGreaterThan(0)
  },
)

/** Kills the server again and again; all that it acknowledged must be there. Bytes that went with its power. */
async function crash(powerLoss?: APowerLoss): Promise<number> {
  const environment = { DATA_DIR: dataDir, ...powerLoss?.environment }
  const random = aRandom(seed)
  const all: Acknowledged[] = []
  const epochs = new Set<string>()
  let lost = 0
  for (let kill = 0; kill < kills; kill++) {
    server = await aProcess(environment)
    const token = await server.signIn()
    await ask(`${server.url}/api/v1/ledgers/${aLedger}`, token, 'PUT', {
      name: 'Home',
    })
    epochs.add(await readEpoch(server))
    if (kill > 0) {
      // Those of the last round; the end looks for all.
      await findAll(server, token, all.slice(-2_000))
    }
    all.push(...(await pushUntilKilled(server, token, random)))
    lost += (await powerLoss?.strike(dataDir, random)) ?? 0
  }
  server = await aProcess(environment)
  await findAll(server, await server.signIn(), all)
  epochs.add(await readEpoch(server))
  expect(epochs.size, 'a new epoch after each').toBe(kills + 1)
  expect(all.length).toBeGreaterThan(kills)
  return lost
}

type Acknowledged = { readonly id: string; readonly rev: string }

/** Two devices push as fast as they can; the server dies between two acknowledgements. */
async function pushUntilKilled(
  running: AProcess,
  token: string,
  random: Random,
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = []
  let batchesLeft = 1 + random.below(20)
  let killing: Promise<void> | undefined

  async function push(): Promise<void> {
    for (;;) {
      const docs = Array.from({ length: 1 + random.below(150) }, () =>
        aNewDoc(random),
      )
      const body = { docs, new_edits: false }
      const url = `${running.url}/sync/${aLedger}/db/_bulk_docs`
      const answer = await ask(url, token, 'POST', body)
        .then(async reply => ({
          status: reply.status,
          refused: (await reply.json()) as unknown,
        }))
        // It is dead; what it did not answer it may have or not.
        .catch(() => undefined)
      if (answer === undefined) return
      expect(answer).toEqual({ status: 201, refused: [] })
      acknowledged.push(
        ...docs.map(({ _id, _rev }) => ({ id: _id, rev: _rev })),
      )
      batchesLeft -= 1
      if (batchesLeft === 0) {
        const delay = random.below(30)
        killing = new Promise(resolve => setTimeout(resolve, delay)).then(() =>
          running.kill('SIGKILL'),
        )
      }
    }
  }

  await Promise.all([push(), push()])
  await killing
  return acknowledged
}

async function findAll(
  running: AProcess,
  token: string,
  all: readonly Acknowledged[],
): Promise<void> {
  for (let from = 0; from < all.length; from += 1_000) {
    const asked = Object.fromEntries(
      all.slice(from, from + 1_000).map(({ id, rev }) => [id, [rev]]),
    )
    const url = `${running.url}/sync/${aLedger}/db/_revs_diff`
    const reply = await ask(url, token, 'POST', asked)
    expect(reply.status).toBe(200)
    expect(await reply.json(), `seed ${seed}: lost`).toEqual({})
  }
}

async function readEpoch(running: AProcess): Promise<string> {
  const reply = await fetch(`${running.url}/sync/${aLedger}/`)
  return ((await reply.json()) as { uuid: string }).uuid
}

function aNewDoc(random: Random) {
  const hash = createHash('md5').update(String(random.next())).digest('hex')
  const _id = `txn_${hash}`
  return { ...aTransactionDoc({ _id }), _rev: `1-${hash}` }
}
