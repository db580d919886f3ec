import type { StatementRow } from '@ourmoney/shared/statement/statement.ts'

const longestDescription = 500
const longestNotes = 4096
const longestName = 120
const longestTag = 60
const mostTags = 50

/** Without line ends and padding. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

export type Words = Pick<StatementRow, 'description' | 'payee' | 'notes'>

/**
 * What is said of a movement, in the lengths that a ledger keeps: a longer
 * description or name goes on in the notes. `undefined` where even those are
 * too short.
 */
export function fitWords({
  description,
  payee,
  notes,
}: Words): Words | undefined {
  const extra = distinctLines([
    description.length > longestDescription ? description : undefined,
    payee !== undefined && payee.length > longestName ? payee : undefined,
    notes,
  ])
  if (extra.length > longestNotes) return undefined
  const name = payee === undefined ? '' : cut(payee, longestName)
  return {
    description: cut(description, longestDescription),
    ...(name !== '' && { payee: name }),
    ...(extra !== '' && { notes: extra }),
  }
}

type Names = Pick<StatementRow, 'category' | 'member' | 'tags'>

/** Names in the lengths that a ledger keeps, and as notes whatever is longer, as it stood. */
export function fitNames({ category, member, tags = [] }: Names): {
  readonly names: Names
  readonly rest: string
} {
  const path = category === undefined ? undefined : cutPath(category)
  const person = member === undefined ? undefined : cut(member, longestName)
  const names = {
    ...(path !== undefined && { category: path }),
    ...(person !== undefined && { member: person }),
    ...(tags.length > 0 && {
      tags: tags.slice(0, mostTags).map(tag => cut(tag, longestTag)),
    }),
  }
  const rest = distinctLines([
    path === category ? '' : category,
    person === member ? '' : member,
    tags
      .filter((tag, at) => at >= mostTags || tag.length > longestTag)
      .join(', '),
  ])
  return { names, rest }
}

/** `Home:Rent` has two names. */
function cutPath(path: string): string {
  return path
    .split(':')
    .map(name => cut(name, longestName))
    .join(':')
}

/** Texts that are there, each once, below each other. */
export function distinctLines(texts: readonly (string | undefined)[]): string {
  const said = texts.filter(Boolean)
  return said.length < 2 ? (said[0] ?? '') : [...new Set(said)].join('\n')
}

/** Never half of a character that takes two places. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}

/** Of several texts those that say something, each once. */
export function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map(text => squeeze(text ?? '')))].filter(
    text => text !== '',
  )
}

/** What banks write where they have no reference. */
export function isReference(text: string): boolean {
  return (
    text !== '' && !/^(NONREF|NOTPROVIDED|NOT PROVIDED|N\/?A|0+)$/i.test(text)
  )
}
