import { isDay } from './guess-delimiter.ts'

/**
 * Where in a JSON text the list of movements is, as a path of the parser's: a
 * list of objects, the first with a day if there are several. Nothing if its
 * beginning has none.
 */
export function listPath(head: string): string | undefined {
  if (!/^\s*[[{]/.test(head)) return undefined
  const keys: string[] = []
  const paths: string[] = []
  /** Lists are only looked for in objects. */
  let lists = 0
  let key = ''
  let before = ''
  for (const { 0: token, index } of head.matchAll(tokens)) {
    const isList = before === '[' && token === '{' && lists === 1
    if (isList && keys.length <= deepest) {
      const above = keys.slice(1)
      const path = ['$', ...above, '*'].join('.')
      if (above.every(isPlain)) {
        if (hasDay(head.slice(index, index + firstRecord))) return path
        paths.push(path)
      }
    }
    if (token === ':') key = before
    else if (token === '[' || token === '{') {
      if (token === '[') lists += 1
      keys.push(key.replace(/^"|"$/g, ''))
      key = ''
    } else if (token === ']' || token === '}') {
      if (token === ']') lists -= 1
      keys.pop()
    }
    before = token
  }
  return paths[0]
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g
const firstRecord = 2_000
/** Objects that a list is looked for in. */
const deepest = 16

/** A key with marks of a path in it leads nowhere. */
function isPlain(key: string): boolean {
  return /^[^.*\\]+$/.test(key)
}

function hasDay(start: string): boolean {
  const [record = ''] = start.split(']', 1)
  return [...record.matchAll(/:\s*"([^"\\]{5,40})"/g)].some(([, text = '']) =>
    isDay(text),
  )
}
