import type { FastifyInstance } from 'fastify'
import type { LoggerOptions } from 'pino'

/** JSON lines that name routes, never what was sent: no secrets, amounts, ids or addresses of documents. */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    // Nothing logs these on purpose. Should somebody log a request, they are hidden.
    redact: {
      paths: [
        '*.headers.authorization',
        '*.headers.cookie',
        '*.headers["set-cookie"]',
        'headers.authorization',
        'headers.cookie',
        '*.body',
        'body',
      ],
      censor: '[hidden]',
    },
    serializers: {
      req: () => undefined,
      res: () => undefined,
      err: describeError,
    },
  }
}

/** One line for each answer, whose id the answer carries too. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ip: request.ip,
      },
      'answered',
    )
  })
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return {
    type: error.name,
    code,
    message: error.message.slice(0, 300),
    stack: error.stack?.slice(0, 4000),
  }
}
