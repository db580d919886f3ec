import * as z from 'zod'
import { LedgerError } from '../../ledger-error.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import type { Replicating } from '../replication/from-one-tab.ts'
import type { StoredLedger } from '../stored-ledger.ts'
import { askServer, type ServerSide } from './ask-server.ts'
import { compareWithServer } from './compare.ts'
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
      const { serverLacks, phase } = await verify(onProgress, signal)
      if (phase === 'cancelled') return 'cancelled'
      const atRisk = serverLacks.filter(({ id, revs }) =>
        revs.some(rev => !isKept(id, rev)),
      )
      if (atRisk.length > 0) {
        throw new LedgerError('not-rescued', String(atRisk.length))
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
