import { expose } from 'comlink'
import { config } from 'zod'
import { createWorkerDevice } from './device-worker.ts'
import { overComlink } from './over-comlink.ts'

// The page's policy lets nothing be made into code.
config({ jitless: true })

const device = createWorkerDevice({
  server: self.location.origin,
  now: Date.now,
  random: Math.random,
})
self.addEventListener('online', () => device.wake(true))
expose(overComlink(device))
