import '../../platform/no-eval.ts'
import { expose } from 'comlink'
import { createWorkerDevice } from './device-worker.ts'
import { overComlink } from './over-comlink.ts'

const device = createWorkerDevice({
  server: self.location.origin,
  now: Date.now,
  random: Math.random,
})
self.addEventListener('online', () => device.wake(true))
expose(overComlink(device))
