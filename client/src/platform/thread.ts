import { wrap, type Remote } from 'comlink'
import { trustedScript } from './trusted-script.ts'

/** A script of the app that runs apart and answers what it is asked. */
export type Thread<Port> = {
  readonly port: Remote<Port>
  /** What it was asked; rejects when the script could not be loaded or broke, as then it answers nothing any more. */
  readonly answer: <Asked extends Promise<unknown>>(
    asked: Asked,
  ) => Promise<Awaited<Asked>>
  readonly end: () => void
}

export function startThread<Port>(url: string, name: string): Thread<Port> {
  const worker = new Worker(trustedScript(url), { type: 'module', name })
  const broken = new Promise<never>((_, reject) => {
    const fail = (event: Event) => {
      const { message = 'not loaded' } = event as Partial<ErrorEvent>
      reject(new Error(`The thread ${name} broke: ${message}`))
    }
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
  })
  // Whoever waits for an answer is told; between two nobody waits.
  broken.catch(() => undefined)
  return {
    port: wrap<Port>(worker),
    answer: asked => Promise.race([asked, broken]),
    end: () => worker.terminate(),
  }
}
