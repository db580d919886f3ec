import type { StatementRow } from '@ourmoney/shared/statement/statement.ts'

const longestDescription = 500
const longestNotes = 4096
const longestName = 120

/** Without line ends and padding. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

type Words = Pick<StatementRow, 'description' | 'payee' | 'notes'>

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
  const extra = [
    ...(description.length > longestDescription ? [description] : []),
    ...(payee !== undefined && payee.length > longestName ? [payee] : []),
    ...(notes === undefined || notes === '' ? [] : [notes]),
  ].join('\n')
  if (extra.length > longestNotes) return undefined
  const name = payee === undefined ? '' : cut(payee, longestName)
  return {
    description: cut(description, longestDescription),
    ...(name !== '' && { payee: name }),
    ...(extra !== '' && { notes: extra }),
  }
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
