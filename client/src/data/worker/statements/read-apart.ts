import { wrap } from 'comlink'
import { success } from '@ourmoney/shared/result.ts'
import { trustedScript } from '../../../platform/trusted-script.ts'
import '../errors-over-comlink.ts'
import type { ReadStatements } from './read-statement.ts'
import type { PortReader } from './reader-worker.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import readerUrl from './reader-worker.ts?worker&url'

/** Reads each file in a thread of its own, which ends with the reading. */
export const readStatementsApart: ReadStatements = {
  look: async (asked, signal) => {
    const worker = startReader(signal)
    try {
      return await wrap<PortReader>(worker).look(asked)
    } finally {
      worker.terminate()
    }
  },
  open: async (asked, signal) => {
    const worker = startReader(signal)
    const port = wrap<PortReader>(worker)
    try {
      const opened = await port.open(asked)
      if (!opened.ok) {
        worker.terminate()
        return opened
      }
      return success({
        ...opened.value,
        next: () => port.next(),
        close: () => worker.terminate(),
      })
    } catch (error) {
      worker.terminate()
      throw error
    }
  },
}

/** Whoever has given the signal waits for no answer. */
function startReader(signal: AbortSignal | undefined): Worker {
  const worker = new Worker(trustedScript(readerUrl), {
    type: 'module',
    name: 'statement-reader',
  })
  if (signal?.aborted === true) worker.terminate()
  signal?.addEventListener('abort', () => worker.terminate())
  return worker
}
