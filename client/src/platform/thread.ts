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
  const waiting = new Set<(error: Error) => void>()
  let broken: Error | undefined
  const fail = (event: Event) => {
    const { message = 'not loaded' } = event as Partial<ErrorEvent>
    broken ??= new Error(`The thread ${name} broke: ${message}`)
    for (const reject of waiting) reject(broken)
  }
  worker.addEventListener('error', fail)
  worker.addEventListener('messageerror', fail)
  return {
    port: wrap<Port>(worker),
    answer: asked => {
      if (broken !== undefined) return Promise.reject(broken)
      const { promise: failed, reject } = Promise.withResolvers<never>()
      waiting.add(reject)
      return Promise.race([asked, failed]).finally(() => waiting.delete(reject))
    },
    end: () => worker.terminate(),
  }
}
