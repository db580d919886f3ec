import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../figures.ts'

const dist = join(import.meta.dirname, '../../dist')
/** Words that only the code of these libraries has. */
const marks = {
  ECharts: /_echarts_instance_/,
  'the importers’ parsers': /TokenParser|papaparse/i,
}

/** What a browser loads before the first screen: the page's module and all that it imports at once. */
export async function measureWeight(): Promise<Figure[]> {
  const html = await readFile(join(dist, 'index.html'), 'utf8')
  const eager = new Map<string, string>()
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)]
  for (const [, path = ''] of first) await follow(path, eager)
  const bytes = [...eager.values()].reduce(
    (sum, code) => sum + gzipSync(code).length,
    0,
  )
  const found = Object.entries(marks).flatMap(([name, mark]) =>
    [...eager.values()].some(code => mark.test(code)) ? [name] : [],
  )
  const kilobytes = bytes / 1024
  return [
    {
      what: 'entry JavaScript, gzip',
      measured: `${kilobytes.toFixed(1)} KB`,
      target: '≤ 180 KB',
      isMet: kilobytes <= 180,
    },
    {
      what: 'the same, of ECharts, importers and exporters',
      measured: found.length === 0 ? 'nothing' : found.join(', '),
      target: 'nothing',
      isMet: found.length === 0,
    },
  ]
}

async function follow(path: string, eager: Map<string, string>): Promise<void> {
  if (eager.has(path)) return
  const code = await readFile(join(dist, path), 'utf8')
  eager.set(path, code)
  const imports = code.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)
  for (const [, next = ''] of imports) {
    await follow(join('assets', next), eager)
  }
}
