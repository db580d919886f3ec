import { kindOfId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { docIdPattern } from '@ourmoney/shared/sync/prefixes.ts'
import type { NamesById } from '../../views/past.ts'
import type { Book } from './book.ts'

/** What the ids in some values stand for, as far as the book knows them or knew them. */
export function namesIn(book: Book, values: unknown): NamesById {
  const names: Record<string, string> = {}
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const name = isId(value) ? nameOf(book, value) : undefined
      if (name !== undefined) names[value] = name
    } else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) look(each)
    }
  }
  look(values)
  return names
}

function isId(text: string): boolean {
  return docIdPattern.test(text) && kindOfId(text) !== undefined
}

/** What a person knows a record by. */
export function nameOfDoc(doc: Doc): string {
  const { description, name, fileName } = doc as {
    readonly description?: string
    readonly name?: string
    readonly fileName?: string
  }
  return description ?? name ?? fileName ?? ''
}

function nameOf({ columns, small, kept }: Book, id: string) {
  const at = columns.places.get(id)
  if (at !== undefined) {
    return columns.descriptions.textOf(columns.description[at] ?? 0)
  }
  const doc = small.get(id) ?? kept.get(id)
  return doc === undefined ? undefined : nameOfDoc(doc)
}
