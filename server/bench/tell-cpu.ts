import { monitorEventLoopDelay } from 'node:perf_hooks'

// Loaded before a measured program: tells what it takes to who asks.
const delays = monitorEventLoopDelay({ resolution: 10 })
delays.enable()

process.on('message', () => {
  process.send?.({
    ...process.cpuUsage(),
    rss: process.memoryUsage.rss(),
    loopP99: delays.percentile(99) / 1e6,
    loopMost: delays.max / 1e6,
  })
  delays.reset()
})
process.channel?.unref()
// Who measures may be killed; a server must not go on without anybody.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
