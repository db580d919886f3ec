import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { aHousehold, aToken, push } from './a-book.ts'
import { aLedger, aServer } from './a-server.ts'

const run = promisify(execFile)

test('what docs/api.md says to type does what it says', async () => {
  const server = await aServer()
  await push(server, aHousehold)
  const { token } = await aToken(server)
  const page = await readFile(
    join(import.meta.dirname, '../../docs/api.md'),
    'utf8',
  )
  const blocks = [...page.matchAll(/```sh\n(.*?)```/gs)].map(
    ([, lines = '']) => lines,
  )
  const script = [...blocks, 'cat ledger.json 2026.csv']
    .join("\necho; echo '----'\n")
    .replace(/^SERVER=.*$/m, `SERVER=${server.origin}`)
    .replace(/^LEDGER=.*$/m, `LEDGER=${aLedger}`)
    .replace(/^TOKEN=.*$/m, `TOKEN=${token}`)
  const folder = await mkdtemp(join(tmpdir(), 'ourmoney-docs-'))
  const { stdout } = await run('bash', ['-euc', script], { cwd: folder })
  await rm(folder, { recursive: true })
  await server.dispose()
  const answers = stdout.split('\n----\n')
  expect(answers).toHaveLength(blocks.length + 1)
  for (const answer of answers)
    expect(answer).not.toContain('urn:ourmoney:problem')
  const [, what, bought, found, changed, many, , changes, files] = answers
  expect(what).toContain('"name":"Home"')
  expect(bought).toContain('"minor":1250')
  expect(found).toContain('"expenseMinor":1250')
  expect(changed).toContain('"notes":"With milk"')
  expect(many).toContain('"status":201')
  expect(changes).toContain('"description":"Salary"')
  expect(files).toContain('"format":"ourmoney"')
  expect(files).toContain('2026-11-25,income,Salary,2000.00,EUR')
})
