import { success } from '@ourmoney/shared/result.ts'
import { startThread, type Thread } from '../../../platform/thread.ts'
import '../errors-over-comlink.ts'
import type { ReadStatements } from './read-statement.ts'
import type { PortReader } from './reader-worker.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import readerUrl from './reader-worker.ts?worker&url'

/** Reads each file in a thread of its own, which ends with the reading. */
export const readStatementsApart: ReadStatements = {
  look: async (asked, signal) => {
    const { port, answer, end } = startReader(signal)
    try {
      return await answer(port.look(asked))
    } finally {
      end()
    }
  },
  open: async (asked, signal) => {
    const { port, answer, end } = startReader(signal)
    try {
      const opened = await answer(port.open(asked))
      if (!opened.ok) {
        end()
        return opened
      }
      return success({
        ...opened.value,
        next: () => answer(port.next()),
        close: end,
      })
    } catch (error) {
      end()
      throw error
    }
  },
}

/** Whoever has given the signal waits for no answer. */
function startReader(signal: AbortSignal | undefined): Thread<PortReader> {
  const thread = startThread<PortReader>(readerUrl, 'statement-reader')
  if (signal?.aborted === true) thread.end()
  signal?.addEventListener('abort', thread.end)
  return thread
}
