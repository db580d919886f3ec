import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { ledgerIdSchema } from '@ourmoney/shared/identity/api.ts'
import {
  backupName,
  backupReply,
  healthReply,
  restoreReply,
  serverLedgersReply,
} from '@ourmoney/shared/identity/operations.ts'
import { Failure } from '../failure.ts'
import type { Operations } from '../operations.ts'
import type { Identify } from '../people/identify.ts'
import type { People } from '../people/people.ts'

export type OperationsRoutesDeps = {
  readonly people: People
  readonly operations: Operations | undefined
  /** They refuse everybody who is no admin. */
  readonly asAdmin: Identify
  readonly asConfirmedAdmin: Identify
}

/** How the server is, its ledgers by size, its backups. */
export function operationsRoutes({
  people,
  operations,
  asAdmin,
  asConfirmedAdmin,
}: OperationsRoutesDeps): FastifyPluginAsyncZod {
  function here(): Operations {
    if (operations === undefined) throw new Failure('not-found')
    return operations
  }

  return async app => {
    app.get(
      '/health',
      { schema: { response: { 200: healthReply } } },
      async request => {
        asAdmin(request)
        const sessions = people.users
          .all()
          .flatMap(({ id }) => people.sessions.ofUser(id))
        return { ...(await here().health()), sessions: sessions.length }
      },
    )

    app.get(
      '/ledgers',
      { schema: { response: { 200: serverLedgersReply } } },
      async request => {
        asAdmin(request)
        const names = new Map(
          people.users.all().map(({ id, name }) => [id, name]),
        )
        const ledgers = await Promise.all(
          people.ledgers.described().map(async ({ id, owners, ...rest }) => ({
            id,
            ...rest,
            owners: owners.map(owner => names.get(owner) ?? ''),
            bytes: await here().bytesOf(id),
            trouble: here().troubleOf(id),
          })),
        )
        return { ledgers: ledgers.toSorted((a, b) => b.bytes - a.bytes) }
      },
    )

    app.post(
      '/backups',
      {
        config: { act: 'backup-make' },
        schema: { response: { 201: backupReply } },
      },
      async (request, reply) => {
        asAdmin(request)
        const { name, missing } = await here().backUp()
        return reply.code(201).send({ name, missing: [...missing] })
      },
    )

    app.post(
      '/backups/:backup/ledgers/:ledger',
      {
        config: { act: 'backup-restore' },
        schema: {
          params: z.object({ backup: backupName, ledger: ledgerIdSchema }),
          response: { 200: restoreReply },
        },
      },
      async request => {
        asConfirmedAdmin(request)
        const { backup, ledger } = request.params
        if (!people.ledgers.registered().includes(ledger)) {
          throw new Failure('not-found')
        }
        const empty = await here().restoreLedger(backup, ledger)
        return { empty: [...empty] }
      },
    )
  }
}
