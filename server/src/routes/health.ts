import type { FastifyPluginAsync } from 'fastify'
import { Failure } from '../failure.ts'
import type { Operations } from '../operations.ts'
import type { Following } from '../people/follow-store.ts'

/** `live`: do not restart it. `ready`: send people here; refused while stopping. */
export function healthRoutes(
  operations: Pick<Operations, 'isReady'> | undefined,
  following: Pick<Following, 'isCurrent'> | undefined,
): FastifyPluginAsync {
  return async app => {
    app.get('/health/live', async () => ({ status: 'live' }))
    app.get('/health/ready', async () => {
      if (following?.isCurrent() === false) {
        throw new Failure('no-storage', { retryAfter: 5 })
      }
      const isReady = (await operations?.isReady()) ?? true
      if (!isReady) throw new Failure('shutting-down', { retryAfter: 5 })
      return { status: 'ready' }
    })
  }
}
