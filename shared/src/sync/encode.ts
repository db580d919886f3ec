/**
 * The same value with its keys in one order at every depth and without
 * `undefined`. A revision is a hash of the JSON text, so two devices that
 * write the same doc must write its keys in the same order.
 */
export function encodeDoc<Value>(doc: Value): Value {
  return ordered(doc) as Value
}

/** Canonical JSON text: equal texts, equal values. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'null'
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]): [string, unknown] => [key, ordered(each)])
  return Object.fromEntries(entries)
}
