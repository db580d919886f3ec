import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import PouchDB from 'pouchdb-core'

// A process of its own: what it adds to PouchDB would change ours.
const require = createRequire(import.meta.url)
for (const plugin of [
  'pouchdb-adapter-memory',
  'pouchdb-adapter-http',
  'pouchdb-replication',
]) {
  PouchDB.plugin(require(plugin) as PouchDB.Plugin)
}
type ExpressPouchDB = (database: unknown, options: object) => RequestListener
const expressPouchDB: ExpressPouchDB = require('express-pouchdb')

const [folder = '.', ...rules] = process.argv.slice(2)
const Ours = PouchDB as unknown as { defaults(options: object): unknown }
const app = expressPouchDB(
  Ours.defaults({ prefix: `${folder}/`, adapter: 'memory' }),
  {
    mode: 'minimumForPouchDB',
    // Where it obeys the rules of databases it forgets the ancestors of what it stores.
    overrideMode: { include: ['routes/security', ...rules] },
    inMemoryConfig: true,
    logPath: join(folder, 'log.txt'),
  },
)
const server = createServer(app)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  console.log(`http://127.0.0.1:${port}`)
})
