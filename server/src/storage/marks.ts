import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeSynced } from './write-synced.ts'

const damages = ['counts', 'unreadable'] as const

const markSchema = z.object({
  /** How far the database had come: it can never be behind. */
  seq: z.int().default(0),
  /** How far it had come when it was compacted last. */
  compactedSeq: z.int().default(0),
  /** What was found wrong with it; nobody is lent it until it is restored. */
  damage: z.enum(damages).optional(),
})
export type Mark = Readonly<z.infer<typeof markSchema>>
export type Damage = (typeof damages)[number]

/**
 * What is known of each database outside of it, so that one that went back or
 * was found damaged is recognized. Never ahead of what the disk has.
 */
export type Marks = {
  readonly of: (name: string) => Mark
  /** Written soon; a crash before that makes the mark older, which is harmless. */
  readonly note: (name: string, change: Partial<Mark>) => void
  readonly flush: () => Promise<void>
  readonly forget: (name: string) => Promise<void>
}

const unknown = markSchema.parse({})

export async function openMarks(dir: string): Promise<Marks> {
  await mkdir(dir, { recursive: true })
  const marks = new Map<string, Mark>()
  for (const file of await readdir(dir)) {
    const name = /^([0-9a-z.]+)\.json$/.exec(file)?.[1]
    if (name === undefined) continue
    marks.set(name, readMark(await readFile(join(dir, file), 'utf8')))
  }
  const changed = new Set<string>()
  let writing: Promise<unknown> = Promise.resolve()

  const pathOf = (name: string) => join(dir, `${name}.json`)

  async function writeAll(): Promise<void> {
    for (const name of changed) {
      changed.delete(name)
      const mark = marks.get(name)
      if (mark === undefined) continue
      try {
        await writeSynced(pathOf(name), JSON.stringify(mark))
      } catch (error) {
        changed.add(name)
        throw error
      }
    }
  }

  return {
    of: name => marks.get(name) ?? unknown,
    note: (name, change) => {
      marks.set(name, { ...(marks.get(name) ?? unknown), ...change })
      changed.add(name)
    },
    flush: async () => {
      const written = writing.then(writeAll)
      writing = written.catch(() => undefined)
      await written
    },
    forget: async name => {
      await writing
      marks.delete(name)
      changed.delete(name)
      await rm(pathOf(name), { force: true })
    },
  }
}

/** A mark that cannot be read says nothing; the database itself is looked at then. */
function readMark(text: string): Mark {
  try {
    return markSchema.parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      return unknown
    }
    throw error
  }
}
