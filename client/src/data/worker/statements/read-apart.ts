import { success } from '@ourmoney/shared/result.ts'
import { startThread, type Thread } from '../../../platform/thread.ts'
import '../errors-over-comlink.ts'
import type { ReadStatements, StatementReading } from './read-statement.ts'
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
        next: readAhead(() => answer(port.next())),
        close: end,
      })
    } catch (error) {
      end()
      throw error
    }
  },
}

/** The thread reads a batch while the one before it is worked on. */
function readAhead(read: StatementReading['next']): StatementReading['next'] {
  let ahead: ReturnType<typeof read> | undefined
  return async () => {
    const batch = await (ahead ?? read())
    ahead = batch.ok && batch.value !== undefined ? read() : undefined
    // Whoever asks next is told.
    ahead?.catch(() => undefined)
    return batch
  }
}

/** Whoever has given the signal waits for no answer. */
function startReader(signal: AbortSignal | undefined): Thread<PortReader> {
  const thread = startThread<PortReader>(readerUrl, 'statement-reader')
  if (signal?.aborted === true) thread.end()
  signal?.addEventListener('abort', thread.end)
  return thread
}
