/**
 * What a person waits for, in the built app, served by a real server, in a
 * headless Chromium: `npm run build` first. docs/benchmarks.md has the figures.
 */
import { cpus } from 'node:os'
import type { Figure } from './figures.ts'
import { measureFilesIn } from './parts/files-in.ts'
import { bringLedger, measureFirstSync } from './parts/first-sync.ts'
import { measureExport } from './parts/export.ts'
import { measureHistory } from './parts/history.ts'
import { measureHome } from './parts/home.ts'
import { measureImport } from './parts/import.ts'
import { measureLive } from './parts/live.ts'
import { measureMerge } from './parts/merge.ts'
import { measurePdf } from './parts/pdf.ts'
import { measurePhoto } from './parts/photo.ts'
import { measureReports } from './parts/reports.ts'
import { measureSave } from './parts/save.ts'
import { measureScroll } from './parts/scroll.ts'
import { measureSearch } from './parts/search.ts'
import { measureStart } from './parts/start.ts'
import { measureVerify } from './parts/verify.ts'
import { measureWeight } from './parts/weight.ts'
import { allTransactions, inPurse, setStage, type Stage } from './stage.ts'

const sizes = (process.env['OURMONEY_BENCH_DOCS'] ?? '10000,100000')
  .split(',')
  .map(Number)
const rounds = Number(process.env['OURMONEY_BENCH_ROUNDS'] ?? 5)
/** `whole`: twelve accounts, a tenth transfers, a tenth split. */
const book = process.env['OURMONEY_BENCH_BOOK'] === 'whole' ? 'whole' : 'plain'
const wanted = process.env['OURMONEY_BENCH_PARTS']?.split(',')

/** The first sync comes first: the others measure on what it brought. */
const parts: Readonly<Record<string, (stage: Stage) => Promise<Figure[]>>> = {
  'first-sync': measureFirstSync,
  start: stage => measureStart(stage, rounds),
  search: stage => measureSearch(stage, rounds, allTransactions),
  save: stage => measureSave(stage, rounds * 6),
  scroll: stage => measureScroll(stage, allTransactions),
  account: async stage => [
    ...(await measureSearch(stage, rounds, inPurse)),
    ...(await measureScroll(stage, inPurse)),
  ],
  history: stage => measureHistory(stage, rounds),
  home: stage => measureHome(stage, rounds),
  reports: measureReports,
  live: stage => measureLive(stage, rounds * 6),
  verify: measureVerify,
  import: measureImport,
  export: measureExport,
  pdf: measurePdf,
  'files-in': measureFilesIn,
  merge: measureMerge,
  photo: measurePhoto,
  weight: measureWeight,
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`)
console.log('| transactions | what | measured | target | met |')
console.log('|---|---|---|---|---|')
for (const size of sizes) {
  const stage = await setStage(size, book)
  try {
    const isBrought = isWanted('first-sync') || wanted?.every(isOnNew)
    if (!isBrought) await bringLedger(stage)
    for (const [name, measure] of Object.entries(parts)) {
      if (isWanted(name)) print(size, await measure(stage))
    }
  } finally {
    await stage.dispose()
  }
}

/** It begins with an empty device. */
function isOnNew(part: string): boolean {
  return ['import', 'files-in', 'weight'].includes(part)
}

function isWanted(part: string): boolean {
  return wanted?.includes(part) ?? true
}

function print(size: number, figures: readonly Figure[]): void {
  for (const { what, measured, target, isMet } of figures) {
    const cells = [
      size.toLocaleString('en'),
      what,
      measured,
      target,
      isMet ? 'yes' : 'no',
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
