import '../../platform/no-eval.ts'
import { expose } from 'comlink'
import { createWorkerDevice } from './device-worker.ts'
import { readEarlierApart } from './earlier/read-apart.ts'
import { overComlink } from './over-comlink.ts'
import { reckonApart } from './reckoning/reckon-apart.ts'
import { SyncError } from './replication/sync-fetch.ts'
import { readStatementsApart } from './statements/read-apart.ts'

const device = createWorkerDevice({
  server: self.location.origin,
  now: Date.now,
  random: Math.random,
  readEarlier: readEarlierApart,
  readStatements: readStatementsApart,
  reckon: reckonApart,
})
self.addEventListener('online', () => device.wake(true))
expose(overComlink(device))

// Whoever fetches tells the supervisor that the server is away. PouchDB asks
// for a database's facts beside that and leaves the failure to nobody.
addEventListener('unhandledrejection', event => {
  if (event.reason instanceof SyncError) event.preventDefault()
})
