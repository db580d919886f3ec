import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type MeasuredProcess = {
  /** What it printed until it was ready. */
  readonly output: string
  readonly origin: string
  readonly pid: number | undefined
  /** Seconds of processor time so far, user and system. */
  readonly cpuSeconds: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** A program of ours that prints its address when it is ready; its processor time can be asked. */
export async function startMeasured(
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<MeasuredProcess> {
  const profile = process.env['OURMONEY_BENCH_PROFILE']
  const child = spawn(
    process.execPath,
    [
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
  return {
    output,
    pid: child.pid,
    origin: new URL(/http:\/\/\S+/.exec(output)?.[0] ?? '').origin,
    cpuSeconds: async () => {
      const answer = once(child, 'message')
      child.send('cpu')
      const [{ user, system }] = (await answer) as [NodeJS.CpuUsage]
      return (user + system) / 1e6
    },
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
  }
}
