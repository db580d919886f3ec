import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'

// What we compare with, in its smallest mode: PouchDB's own server.
const require = createRequire(import.meta.url)
for (const plugin of [
  'pouchdb-adapter-leveldb',
  'pouchdb-adapter-http',
  'pouchdb-replication',
]) {
  PouchDB.plugin(require(plugin))
}
type ExpressPouchDB = (database: unknown, options: object) => RequestListener
const expressPouchDB: ExpressPouchDB = require('express-pouchdb')

const prefix = join(process.env['DATA_DIR'] ?? '.', '/')
const app = expressPouchDB(PouchDB.defaults({ prefix }), {
  mode: 'minimumForPouchDB',
  ...(process.env['WITH_FIND'] && {
    overrideMode: { include: ['routes/find'] },
  }),
  inMemoryConfig: true,
  logPath: join(prefix, 'log.txt'),
})
const server = createServer(app)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  console.log(`http://127.0.0.1:${port}/`)
})
process.on('SIGTERM', () => process.exit(0))
