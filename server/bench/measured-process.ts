import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Taken = {
  readonly cpuSeconds: number
  readonly megabytes: number
  /** Milliseconds, the 99th of a hundred. */
  readonly loopP99: number
  readonly loopMost: number
}

export type MeasuredProcess = {
  /** What it printed until it was ready. */
  readonly output: string
  readonly origin: string
  readonly pid: number | undefined
  /** Seconds of processor time so far, user and system. */
  readonly cpuSeconds: () => Promise<number>
  /** What it takes now, and how late its event loop was since it was last asked. */
  readonly taken: () => Promise<Taken>
  readonly stop: () => Promise<void>
}

export type Environment = Readonly<Record<string, string>>

type StartOptions = {
  /** The one core it may use, as `taskset` counts them. */
  readonly core?: number | undefined
  /** Of Node. */
  readonly flags?: readonly string[]
}

/** A program of ours that prints its address when it is ready; its processor time can be asked. */
export async function startMeasured(
  program: string,
  environment: Environment,
  { core, flags = [] }: StartOptions = {},
): Promise<MeasuredProcess> {
  const profile = process.env['OURMONEY_BENCH_PROFILE']
  const pinned = core === undefined ? [] : ['taskset', '-c', String(core)]
  const [command, ...before] = [...pinned, process.execPath]
  const child = spawn(
    command,
    [
      ...before,
      ...flags,
      '--import',
      join(import.meta.dirname, 'tell-cpu.ts'),
      ...(profile === undefined
        ? []
        : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
      program,
    ],
    {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  const gone = once(child, 'exit')
  let output = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      output += String(chunk)
      if (/http:\/\/\S+\n/.test(output)) resolve()
    })
    child.on('exit', () => reject(new Error(`${program} ended: ${output}`)))
  })

  async function taken(): Promise<Taken> {
    const answer = once(child, 'message')
    child.send('taken')
    const [told] = (await answer) as [
      NodeJS.CpuUsage &
        Omit<Taken, 'cpuSeconds' | 'megabytes'> & {
          readonly rss: number
        },
    ]
    return {
      cpuSeconds: (told.user + told.system) / 1e6,
      megabytes: told.rss / 1024 ** 2,
      loopP99: told.loopP99,
      loopMost: told.loopMost,
    }
  }

  return {
    output,
    pid: child.pid,
    origin: new URL(/http:\/\/\S+/.exec(output)?.[0] ?? '').origin,
    cpuSeconds: async () => (await taken()).cpuSeconds,
    taken,
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
  }
}
