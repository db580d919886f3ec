import * as z from 'zod'
import { LedgerError } from '../../ledger-error.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import type { Replicating } from '../replication/from-one-tab.ts'
import type { StoredLedger } from '../stored-ledger.ts'
import { askServer, type ServerSide } from './ask-server.ts'
import type { Lacking } from '../../care.ts'
import { compareWithServer, serverLacking } from './compare.ts'
import type { LeafStore } from './leaf-store.ts'
import { mendDifferences } from './mend.ts'

type ServerCareDeps = {
  readonly stored: StoredLedger
  readonly replicating: Replicating
  readonly leaves: LeafStore
  readonly server: ServerSide
  readonly isConnected: () => boolean
}

/** How a ledger on PouchDB is compared with its server, and made like it. */
export function serverCare(deps: ServerCareDeps): LedgerParts['care'] {
  const { stored, replicating } = deps
  const { database } = stored
  const ask = askServer(deps.server)

  function mustBeConnected(): void {
    if (!deps.isConnected()) throw new LedgerError('unreachable', 'local-only')
  }

  const verify: LedgerParts['care']['verify'] = async (onProgress, signal) => {
    mustBeConnected()
    await stored.load()
    return compareWithServer({ database, ask, onProgress, signal })
  }

  return {
    leaves: deps.leaves,
    verify,
    mend: async found => {
      mustBeConnected()
      const feed = await stored.feed()
      const mended = await mendDifferences(found, {
        database,
        feed,
        ask,
        onRefused: replicating.retryRefused,
      })
      replicating.tell({ tell: 'written' })
      return mended
    },
    rebuild: async (isKept, onProgress, signal) => {
      function refuseLoss(lacking: readonly Lacking[]): void {
        const atRisk = lacking.filter(({ id, revs }) =>
          revs.some(rev => !isKept(id, rev)),
        )
        if (atRisk.length === 0) return
        throw new LedgerError('not-rescued', String(atRisk.length))
      }
      mustBeConnected()
      await stored.load()
      let seen = await database.run(pouch => pouch.info())
      const { serverLacks, phase } = await verify(onProgress, signal)
      if (phase === 'cancelled') return 'cancelled'
      refuseLoss(serverLacks)
      // Comparing takes its time; whoever writes meanwhile, here or in another tab, loses nothing.
      for (;;) {
        const { update_seq: since } = seen
        seen = await database.run(pouch => pouch.info())
        if (seen.update_seq === since) break
        const { results } = await database.run(pouch =>
          pouch.changes({ since, style: 'all_docs' }),
        )
        const written = results.map(({ id, changes }) => ({
          id,
          revs: changes.map(({ rev }) => rev),
        }))
        refuseLoss(await serverLacking(written, ask))
      }
      await stored.renew()
      replicating.tell({ tell: 'written' })
      return 'done'
    },
    discardRefused: async ids => {
      await ask('', z.object({}))
      await replicating.discardRefused(ids)
    },
  }
}
