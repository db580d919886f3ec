import type { ProblemCode } from '@ourmoney/shared/identity/api.ts'

type FailureOptions = {
  /** For programs' authors; never a path, a stack or an amount. */
  readonly detail?: string | undefined
  /** Whole seconds. */
  readonly retryAfter?: number | undefined
  readonly cause?: unknown
}

/** A request that cannot be answered; `plugins/failures.ts` gives it its one shape. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, options: FailureOptions = {}) {
    super(`Request failed: ${code}`, { cause: options.cause })
    this.code = code
    this.detail = options.detail
    this.retryAfter = options.retryAfter
  }
}
