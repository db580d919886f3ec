import type { FastifyInstance } from 'fastify'

/**
 * Ends the server in order: not ready any more, feeds end, what is under way
 * may finish within `patience` milliseconds. Databases are closed afterwards,
 * so nothing writes to them meanwhile.
 */
export async function stopApp(app: FastifyInstance, patience = 10_000) {
  const timer = setTimeout(() => {
    app.log.warn('Some requests did not finish in time')
    app.server.closeAllConnections()
  }, patience)
  try {
    await app.close()
  } finally {
    clearTimeout(timer)
  }
}
