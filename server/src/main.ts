import type { RunningServer } from './serve.ts'

// libuv reads it when it starts its first thread, so before anything else is
// imported: hashing a password must leave threads to the database.
process.env['UV_THREADPOOL_SIZE'] ??= '8'
const { readConfig, ConfigError } = await import('./config.ts')
const { serve } = await import('./serve.ts')

let server: RunningServer | undefined
let isStopping = false

process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))
// Nobody knows what state we are in: finish in order, be started again.
process.on('uncaughtException', error => {
  console.error(error)
  void stop(1)
})

try {
  server = await serve(readConfig(process.env))
  console.log(greeting(server))
} catch (error) {
  const isTheirs = error instanceof ConfigError
  console.error('OurMoney cannot start.', isTheirs ? error.message : error)
  process.exit(1)
}

async function stop(exitCode: number): Promise<void> {
  // A terminal and npm may both pass on the same Ctrl-C.
  if (isStopping) return
  isStopping = true
  try {
    await server?.stop()
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
  process.exit(exitCode)
}

function greeting({ url, setUpLink }: RunningServer): string {
  if (setUpLink === undefined) return `\n  OurMoney is at ${url}\n`
  return `
  OurMoney is at ${url}

  Nobody can sign in yet. This link makes the first user, once:

    ${setUpLink}
`
}
