import type { FastifyInstance } from 'fastify'
import {
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { createBooks } from '../../book/books.ts'
import { createWriting } from '../../book/writing.ts'
import type { Access } from '../../people/access.ts'
import { limitRequestRate } from '../../plugins/limits.ts'
import type { Databases } from '../../storage/databases.ts'
import {
  createCaps,
  defaultCaps,
  type LedgerCaps,
} from '../replication/caps.ts'
import { createEnter } from './enter.ts'
import { exportRoutes } from './export.ts'
import { readPatches } from './read-patches.ts'
import { smallKinds } from './schemas.ts'
import { smallRecordRoutes } from './small-records.ts'
import { totalsRoutes } from './totals.ts'
import { transactionRoutes } from './transactions.ts'

export type BookRoutesDeps = {
  readonly databases: Databases
  readonly access: Access
  readonly caps?: LedgerCaps | undefined
}

/** Requests a minute from one address: a program may ask more often than a person's app does. */
const mostAMinute = 6_000

/** A ledger's book for programs, under `/api/v1`: the same docs by the same rules as replication. */
export function bookRoutes({ databases, access, caps }: BookRoutesDeps) {
  const books = createBooks(databases)
  const refuseWhenFull = createCaps(databases, caps ?? defaultCaps)
  const writing = createWriting({ databases, books, refuseWhenFull })
  const deps = { databases, books, writing, enter: createEnter(access) }

  return async (app: FastifyInstance): Promise<void> => {
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    readPatches(app)
    await limitRequestRate(app, mostAMinute)
    app.addHook('onClose', async () => books.close())
    await app.register(totalsRoutes(deps))
    await app.register(exportRoutes(deps))
    await app.register(transactionRoutes(deps))
    for (const path of Object.keys(smallKinds)) {
      await app.register(
        smallRecordRoutes(deps, path as keyof typeof smallKinds),
      )
    }
  }
}
