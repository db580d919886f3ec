import { startThread } from '../../../platform/thread.ts'
import '../errors-over-comlink.ts'
import type { ReadEarlier } from './read-earlier.ts'
import type { PortReader } from './reader-worker.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import readerUrl from './reader-worker.ts?worker&url'

/** Reads in a thread of its own, so that PouchDB has the one that writes for itself. */
export const readEarlierApart: ReadEarlier = async (file, ledger) => {
  const { port, answer, end } = startThread<PortReader>(readerUrl, 'reader')
  try {
    return {
      fileHash: await answer(port.open(file, ledger)),
      next: () => answer(port.next()),
      close: end,
    }
  } catch (error) {
    end()
    throw error
  }
}
