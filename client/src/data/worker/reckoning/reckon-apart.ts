import type { Remote } from 'comlink'
import { startThread } from '../../../platform/thread.ts'
import { untilAborted } from '../until-aborted.ts'
import type { Reckon } from './reckon.ts'
import type { PortReckoner } from './reckon-worker.ts'
// oxlint-disable-next-line import/default -- the address that Vite makes, not the module.
import reckonerUrl from './reckon-worker.ts?worker&url'

/** Each question in a thread of its own, which ends with its answer, or when nobody waits for it. */
export const reckonApart: Reckon = {
  outlook: (asked, signal) => apart(signal, port => port.outlook(asked)),
  unusual: (asked, signal) => apart(signal, port => port.unusual(asked)),
}

async function apart<Answer>(
  signal: AbortSignal,
  ask: (port: Remote<PortReckoner>) => Promise<Answer>,
): Promise<Answer> {
  signal.throwIfAborted()
  const thread = startThread<PortReckoner>(reckonerUrl, 'reckoner')
  try {
    const asked = thread.answer(ask(thread.port))
    const answer = await untilAborted(asked, signal)
    signal.throwIfAborted()
    return answer as Answer
  } finally {
    thread.end()
  }
}
