import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepAssets } from './kept-assets.ts'

const day = 24 * 60 * 60 * 1000

test('C15 assets outlive their build by 30 days, however long it was in use', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kept-'))
  const [webDir, keptDir] = [join(directory, 'dist'), join(directory, 'kept')]
  const build = async (...names: string[]) => {
    await rm(webDir, { recursive: true, force: true })
    await mkdir(join(webDir, 'assets'), { recursive: true })
    for (const name of names)
      await writeFile(join(webDir, 'assets', name), name)
  }
  const kept = async (at: number) => {
    await keepAssets(webDir, keptDir, at * day)
    return (await readdir(join(keptDir, 'assets'))).sort()
  }

  await build('a.js', 'shared.js')
  expect(await kept(0)).toEqual(['a.js', 'shared.js'])
  await build('b.js', 'shared.js')
  expect(await kept(100)).toEqual(['a.js', 'b.js', 'shared.js'])
  expect(await kept(129)).toEqual(['a.js', 'b.js', 'shared.js'])
  expect(await kept(131)).toEqual(['b.js', 'shared.js'])

  await rm(webDir, { recursive: true })
  expect(await kept(132)).toEqual(['b.js', 'shared.js'])
  await rm(directory, { recursive: true })
})

test('S2 C15 of an asset that was kept in part the whole is kept at the next start', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kept-'))
  const [webDir, keptDir] = [join(directory, 'dist'), join(directory, 'kept')]
  const kept = join(keptDir, 'assets', 'a.js')
  await mkdir(join(webDir, 'assets'), { recursive: true })
  await writeFile(join(webDir, 'assets', 'a.js'), 'all of it')
  await mkdir(join(keptDir, 'assets'), { recursive: true })
  await writeFile(kept, 'all')
  await keepAssets(webDir, keptDir)
  expect(await readFile(kept, 'utf8')).toBe('all of it')
  await rm(directory, { recursive: true })
})
