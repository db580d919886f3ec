const shortest = 8

/** The server refuses these; which ones are too common it knows alone. */
export function isTooShort(password: string): boolean {
  return password.length < shortest
}
