// Loaded before a measured program: tells its processor time to who asks.
process.on('message', () => process.send?.(process.cpuUsage()))
process.channel?.unref()
