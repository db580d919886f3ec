/**
 * Tells which of the listed threats have a test. A test says what it is about
 * by the ids in its name (`A22 A23 a reset ends open feeds`). An id without a
 * test needs a line in docs/security.md that says why; else this fails.
 */
import { globSync, readFileSync } from 'node:fs'

const areas = {
  A: [30, 'sign-in, sessions, tokens'],
  B: [31, 'who may do what, replication endpoint'],
  C: [26, 'browser: scripts, requests of other sites, service worker'],
  R: [33, 'replication, offline, safety of data'],
  L: [11, 'storage on the device'],
  S: [19, 'faults of the server'],
  I: [12, 'import and export'],
}

// A name, or a row that becomes one: `'A1 a token …'`, and `describe('A1'`. Never `'A1'` alone: sheets have cells.
const named = [
  /['"`]((?:[ABCRLSI][1-9]\d?[,:]? )+)(?=[\w%$])/g,
  /\b(?:test|describe)\(\s*['"`]([ABCRLSI][1-9]\d?)['"`]/g,
]
const excused = /^\| ((?:[ABCRLSI][1-9]\d?(?:, )?)+) \| \S/gm

const tests = new Map()
for (const file of globSync(
  '{client,server,shared}/**/*.{test,errand,contract}.{ts,tsx}',
  {
    exclude: path => path.includes('node_modules'),
  },
)) {
  const text = readFileSync(file, 'utf8')
  for (const [, ids] of named.flatMap(each => [...text.matchAll(each)])) {
    for (const id of ids.match(/\w+/g)) {
      tests.set(id, (tests.get(id) ?? new Set()).add(file))
    }
  }
}
const text = readFileSync('docs/security.md', 'utf8')
const lines = new Set(
  [...text.matchAll(excused)].flatMap(([, ids]) => ids.split(', ')),
)

let missing = 0
for (const [area, [count, what]] of Object.entries(areas)) {
  console.log(`\n${area}  ${what}`)
  for (let n = 1; n <= count; n++) {
    const id = `${area}${n}`
    const files = [...(tests.get(id) ?? [])]
    const isExcused = lines.has(id)
    if (files.length === 0 && !isExcused) missing += 1
    const where = files.length > 0 ? files.join(', ') : undefined
    console.log(
      `  ${id.padEnd(4)} ${where ?? (isExcused ? 'docs/security.md' : 'NEITHER TEST NOR REASON')}`,
    )
  }
}
const all = Object.values(areas).reduce((sum, [count]) => sum + count, 0)
console.log(
  `\n${tests.size} of ${all} threats have a test, ${lines.size} a reason in docs/security.md, ${missing} neither.`,
)
if (missing > 0) process.exitCode = 1
