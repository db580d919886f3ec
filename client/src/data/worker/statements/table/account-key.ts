import type { StatementAccount } from '@ourmoney/shared/statement/statement.ts'

/** What makes an account the same in every file: an IBAN without its blanks. */
export function accountKey(text: string): string {
  const bare = text.replace(/\s+/g, '')
  return (
    /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(bare) ? bare : text.trim()
  ).slice(0, 120)
}

/** The one account that the lines above a table name by its IBAN. */
export function findIban(
  lines: readonly string[],
): readonly StatementAccount[] {
  const found = new Set(
    lines.flatMap(line =>
      [...line.matchAll(likeIban)].map(([text]) => text.replace(/\s/g, '')),
    ),
  )
  const [key, ...others] = [...found].filter(isIban)
  return key === undefined || others.length > 0 ? [] : [{ key, name: key }]
}

const likeIban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g

/** ISO 13616: the remainder by 97 of its characters as numbers is 1. */
function isIban(text: string): boolean {
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, letter =>
    String(letter.charCodeAt(0) - 55),
  )
  return BigInt(digits) % 97n === 1n
}
