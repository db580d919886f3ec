import { wrap } from 'comlink'
import { trustedScript } from '../../../platform/trusted-script.ts'
import '../errors-over-comlink.ts'
import type { ReadEarlier } from './read-earlier.ts'
import type { PortReader } from './reader-worker.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import readerUrl from './reader-worker.ts?worker&url'

/** Reads in a thread of its own, so that PouchDB has the one that writes for itself. */
export const readEarlierApart: ReadEarlier = async (file, ledger) => {
  const worker = new Worker(trustedScript(readerUrl), {
    type: 'module',
    name: 'reader',
  })
  const port = wrap<PortReader>(worker)
  try {
    return {
      fileHash: await port.open(file, ledger),
      next: () => port.next(),
      close: () => worker.terminate(),
    }
  } catch (error) {
    worker.terminate()
    throw error
  }
}
