import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

const kilobyte = 1024
/** Kilobytes after gzip: what loads before the first screen, and any one part that loads later. */
const budget = { entry: 180, later: 70, charts: 170 }
const heavy =
  /node_modules\/(echarts|zrender|exceljs|papaparse|@streamparser|jspdf)/

/** Ends the build when the app has grown too heavy, or something heavy loads before it is needed. */
export function sizeBudget(): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(each => each.type === 'chunk')
      const first = chunks.find(each => each.isEntry && each.name === 'index')
      if (first === undefined) return
      const rest = chunks.find(each => each.name === 'first')
      if (rest === undefined) this.error('No part that always loads to weigh')
      const eager = withImports(rest, bundle, withImports(first, bundle))
      const sum = [...eager].reduce((all, each) => all + gzipped(each), 0)
      console.log(`entry: ${sum.toFixed(1)} kB gzip of ${budget.entry}`)
      const issues = [
        ...(sum > budget.entry ? [`the entry has ${sum.toFixed(1)} kB`] : []),
        ...[...eager]
          .filter(isHeavy)
          .map(each => `${each.fileName} is heavy and loads at once`),
        ...chunks.flatMap(each => {
          const size = gzipped(each)
          const most = isHeavy(each) ? budget.charts : budget.later
          return eager.has(each) || size <= most
            ? []
            : [`${each.fileName} has ${size.toFixed(1)} kB of ${most}`]
        }),
      ]
      if (issues.length > 0) this.error(`Too heavy: ${issues.join('; ')}`)
    },
  }
}

function withImports(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (seen.has(chunk)) return seen
  seen.add(chunk)
  for (const name of chunk.imports) {
    const next = bundle[name]
    if (next?.type === 'chunk') withImports(next, bundle, seen)
  }
  return seen
}

function isHeavy(chunk: Rolldown.OutputChunk): boolean {
  return chunk.moduleIds.some(id => heavy.test(id))
}

function gzipped(chunk: Rolldown.OutputChunk): number {
  return gzipSync(chunk.code).length / kilobyte
}
