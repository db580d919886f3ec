/** For our own mistakes only: what a person typed or the world did is answered otherwise. */
export function assert(claim: boolean, message: string): asserts claim {
  if (!claim) throw new Error(message)
}

export function assertNever(value: never): never {
  throw new Error(`Unexpected: ${JSON.stringify(value)}`)
}
