import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'
import { aHousehold, aToken, push } from './a-book.ts'
import { aLedger, aServer } from './a-server.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/api-client')

/** What somebody would write against the generated types; a wrong field does not compile. */
const program = `
import createClient from 'openapi-fetch'
import type { paths } from './api.ts'

const [baseUrl = '', token = '', ledger = ''] = process.argv.slice(2)
const client = createClient<paths>({
  baseUrl,
  headers: { authorization: \`Bearer \${token}\` },
})
const path = { ledger }
const made = await client.POST('/api/v1/ledgers/{ledger}/transactions', {
  params: { path, header: { 'idempotency-key': 'generated client' } },
  body: {
    type: 'expense',
    description: 'Coffee',
    minor: 120,
    currency: 'EUR',
    date: '2026-11-22',
    account: 'acc_0001',
  },
})
if (made.data === undefined) throw new Error(JSON.stringify(made.error))
const id = made.data.id
const changed = await client.PATCH('/api/v1/ledgers/{ledger}/transactions/{id}', {
  params: { path: { ledger, id }, header: { 'if-match': \`"\${made.data.rev}"\` } },
  body: { minor: 150, notes: 'With milk' },
})
const listed = await client.GET('/api/v1/ledgers/{ledger}/transactions', {
  params: { path, query: { text: 'coffee', limit: 10 } },
})
const totals = await client.GET('/api/v1/ledgers/{ledger}/totals', {
  params: { path, query: {} },
})
const refused = await client.GET('/api/v1/ledgers/{ledger}/transactions', {
  params: { path, query: { period: '2026-13' } },
})
console.log(
  JSON.stringify({
    minor: changed.data?.minor,
    listed: listed.data?.transactions.map(each => each.description),
    spent: totals.data?.totals[0]?.expenseMinor,
    code: refused.error?.code,
  }),
)
`

test('a client generated from the document compiles and does its work', async () => {
  const server = await aServer()
  await push(server, aHousehold)
  const reply = await server.app.inject('/api/docs/openapi.json')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const types = astToString(await openapiTS(reply.body))
  await writeFile(join(folder, 'api.ts'), types)
  await writeFile(join(folder, 'use.ts'), program)
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        rewriteRelativeImportExtensions: true,
        emitDeclarationOnly: false,
        composite: false,
        incremental: false,
        types: ['node'],
        lib: ['ES2024', 'DOM'],
      },
      include: ['*.ts'],
      references: [],
    }),
  )
  const compiler = join(root, 'node_modules/.bin/tsc')
  const compiled = await run(compiler, ['-p', folder]).catch(
    (error: unknown) => error as { readonly stdout: string },
  )
  expect(compiled.stdout).toBe('')

  const { token } = await aToken(server)
  const { stdout } = await run(process.execPath, [
    join(folder, 'use.js'),
    server.origin,
    token,
    aLedger,
  ])
  await server.dispose()
  expect(JSON.parse(stdout)).toEqual({
    minor: 150,
    listed: ['Coffee'],
    spent: 150,
    code: 'bad-request',
  })
})
