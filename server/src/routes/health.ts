import type { FastifyPluginAsync } from 'fastify'
import { Failure } from '../failure.ts'
import type { Operations } from '../operations.ts'

/** `live`: do not restart it. `ready`: send people here; refused while stopping. */
export function healthRoutes(
  operations: Pick<Operations, 'isReady'> | undefined,
): FastifyPluginAsync {
  return async app => {
    app.get('/health/live', async () => ({ status: 'live' }))
    app.get('/health/ready', async () => {
      const isReady = (await operations?.isReady()) ?? true
      if (!isReady) throw new Failure('shutting-down', { retryAfter: 5 })
      return { status: 'ready' }
    })
  }
}
