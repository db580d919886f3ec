import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../failure.ts'

/** Answers 503 while everything waits longer than `mostDelay` milliseconds for its turn, so that what is under way gets done. */
export async function refuseWhenOverloaded(
  app: FastifyInstance,
  mostDelay: number,
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: mostDelay,
    pressureHandler: async request => {
      // Who is asked whether it lives is not to be killed for being busy.
      if (request.routeOptions.url === '/health/live') return
      throw new Failure('overloaded', { retryAfter: 5 })
    },
  })
}
