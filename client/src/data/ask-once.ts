import type { Ledger } from './ledger.ts'
import type { AnswerOf, ViewQuery } from './views/view.ts'

/** The first answer to a query, for what is made once and not shown. Throws what made it fail, or the signal's reason when it is stopped. */
export async function askOnce<Query extends ViewQuery>(
  ledger: Pick<Ledger, 'openView'>,
  query: Query,
  signal: AbortSignal,
): Promise<AnswerOf<Query>> {
  signal.throwIfAborted()
  const view = ledger.openView(query)
  try {
    return await new Promise((resolve, reject) => {
      const look = () => {
        const answer = view.latest()
        const failure = view.failure()
        if (answer !== undefined) resolve(answer)
        else if (failure !== undefined) reject(failure as Error)
      }
      view.subscribe(look)
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      look()
    })
  } finally {
    view.close()
  }
}
