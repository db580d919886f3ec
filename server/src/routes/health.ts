import type { FastifyInstance } from 'fastify'

/** `live`: do not restart it. `ready`: send people here; refused while stopping. */
export async function healthRoutes(app: FastifyInstance): Promise<void> {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async () => ({ status: 'ready' }))
}
