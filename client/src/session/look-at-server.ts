import { api, ApiError } from './api.ts'

/** What stands at the server's address, as it answered a moment ago. */
export type ServerLook =
  | {
      readonly state: 'answers'
      readonly version: string
      /** Milliseconds until it had answered. */
      readonly took: number
      /** Milliseconds that this device's clock is ahead of the server's, if it said what time it is. */
      readonly ahead: number | undefined
    }
  /** Something else answered in its place. */
  | { readonly state: 'other'; readonly status: number }
  | { readonly state: 'silent' }

/** Asks the server who it is and what time it has. */
export async function lookAtServer(): Promise<ServerLook> {
  const start = performance.now()
  let headers = new Headers()
  let status = 0
  try {
    const { version } = await api.server(reply => {
      ;({ headers, status } = reply)
    })
    const took = performance.now() - start
    const date = Date.parse(headers.get('date') ?? '')
    // The header has whole seconds, and was written about half-way.
    const ahead = Date.now() - took / 2 - (date + 500)
    return {
      state: 'answers',
      version,
      took,
      ahead: Number.isNaN(date) ? undefined : ahead,
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return status === 0 ? { state: 'silent' } : { state: 'other', status }
  }
}
