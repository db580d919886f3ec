import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'

const sources = join(import.meta.dirname, '..')

/** Text of every program of the client but the sentences themselves. */
const programs = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .filter(name => !/^words\/(en|pt)\b/.test(name))
  .map(name => readFileSync(join(sources, name), 'utf8'))

/** Texts of the programs that are a key, or are one once their blanks are filled. */
const named = programs.flatMap(program =>
  [...program.matchAll(/'([a-z]\w*\.[^'\n]*)'|`([a-z]\w*\.[^`]*)`/gi)].map(
    ([, plain, filled]) => plain ?? filled ?? '',
  ),
)
const whole = new Set(named.filter(text => !text.includes('${')))
const patterns = [...new Set(named.filter(text => text.includes('${')))].map(
  text =>
    new RegExp(
      `^${text
        .split(/\$\{[^}]*\}/)
        .map(part => part.replaceAll('.', '\\.'))
        .join('.+')}$`,
    ),
)

const keys = Object.entries(en).flatMap(([group, sentences]) =>
  Object.keys(sentences).map(key => `${group}.${key}`),
)

function isSaid(key: string): boolean {
  return whole.has(key) || patterns.some(pattern => pattern.test(key))
}

test('every sentence is said somewhere', () => {
  // Which plural is meant only its number says.
  const plural = /_(zero|one|two|few|many|other)$/
  expect(
    keys.filter(key => !isSaid(key) && !isSaid(key.replace(plural, ''))),
  ).toEqual([])
})
