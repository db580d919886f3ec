import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  startMeasured,
  type Environment,
  type MeasuredProcess,
} from './measured-process.ts'

const server = join(import.meta.dirname, '..')

/** Our server as `npm start` starts it. */
export async function startOurServer(
  environment: Environment,
  core?: number,
): Promise<MeasuredProcess> {
  const { scripts } = JSON.parse(
    await readFile(join(server, 'package.json'), 'utf8'),
  ) as { readonly scripts: { readonly start: string } }
  const [, ...flags] = scripts.start.split(' ').slice(0, -1)
  const program = join(server, 'src/main.ts')
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' }
  return startMeasured(
    program,
    { ...settings, ...environment },
    { flags, core },
  )
}
