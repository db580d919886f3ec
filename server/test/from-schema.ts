import * as fc from 'fast-check'

/** A part of an OpenAPI document, as far as ours uses it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

const odd = fc.constantFrom<unknown>(
  null,
  true,
  '',
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  "'; drop table users; --",
  'x'.repeat(5_000),
  [],
  {},
  [[[[[]]]]],
  { __proto__: { admin: true } },
)

/** Whatever JSON can say, ours or not. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  odd,
  fc.jsonValue({ maxDepth: 4 }),
  fc.integer({ min: 100, max: 3_000 }).map(nested),
)

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

/** What a schema asks for; `known` are texts that mean something to the server. */
export function fromSchema(
  schema: Schema,
  known: readonly string[],
): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, properties, items } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = anyOf ?? oneOf
  if (choices !== undefined) {
    return fc.oneof(...choices.map(each => fromSchema(each, known)))
  }
  switch (schema.type) {
    case 'object': {
      const all = Object.entries(properties ?? {}).map(
        ([name, each]) => [name, fromSchema(each, known)] as const,
      )
      const requiredKeys = (schema.required ?? []) as never[]
      return fc.record(Object.fromEntries(all), { requiredKeys })
    }
    case 'array':
      return fc.array(fromSchema(items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      })
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1_000, -1_000),
        max: Math.min(schema.maximum ?? 100_000, 100_000),
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textFrom(schema, known)
    default:
      return anyJson
  }
}

function textFrom(schema: Schema, known: readonly string[]) {
  const { pattern, format, minLength = 0, maxLength = 40 } = schema
  if (format === 'date') {
    return fc.constantFrom('2026-11-22', '0001-01-01', '9999-12-31')
  }
  if (format === 'uuid') return fc.uuid()
  const fitting = known.filter(
    text => pattern === undefined || new RegExp(pattern).test(text),
  )
  const made =
    pattern === undefined
      ? fc.string({
          minLength,
          maxLength: Math.max(minLength, Math.min(maxLength, 60)),
          unit: 'grapheme',
        })
      : fc.stringMatching(new RegExp(pattern))
  return fitting.length === 0
    ? made
    : fc.oneof(made, fc.constantFrom(...fitting))
}

/** The same, and now and then with something in it that does not belong there. */
export function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: valid },
    { weight: 1, arbitrary: anyJson },
    {
      weight: 3,
      arbitrary: fc
        .tuple(valid, fc.nat(20), fc.string({ maxLength: 12 }), anyJson)
        .map(([value, at, name, other]) => {
          if (typeof value !== 'object' || value === null) return other
          const keys = Object.keys(value)
          const key =
            keys.length > 0 && at % 3 > 0 ? keys[at % keys.length] : name
          return { ...value, [key ?? name]: other }
        }),
    },
  )
}
