/** What the library met under the pointer, as a drawing gave it. */
export function dataIn(found: unknown): unknown {
  return ownOf(found, 'data')
}

/** What a drawing put beside a value of its data. */
export function ownOf(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null
    ? Reflect.get(data, key)
    : undefined
}
