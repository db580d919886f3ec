import * as z from 'zod'
import type { DocOf } from '../sync/kinds.ts'
import { docIdPattern } from '../sync/prefixes.ts'

const id = z.string().regex(docIdPattern)

/** What has to be so. Text is looked for in description, payee and notes, case and accents aside. */
const conditionSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('contains'), text: z.string().min(1).max(200) }),
  /** A regular expression as RE2 knows them: nothing in it takes more than linear time. */
  z.object({ is: z.literal('matches'), pattern: z.string().min(1).max(500) }),
  z.object({
    is: z.literal('amount'),
    /** Bounds without the sign, minor units, inclusive. */
    from: z.int().min(0).optional(),
    to: z.int().min(0).optional(),
    flow: z.enum(['in', 'out']).optional(),
  }),
  z.object({ is: z.literal('account'), account: id }),
  z.object({ is: z.literal('payee'), payee: id }),
])
export type Condition = z.infer<typeof conditionSchema>

const settingSchema = z.object({
  category: id.optional(),
  payee: id.optional(),
  member: id.optional(),
  /** They come to those that are there. */
  tags: z.array(z.string().min(1).max(60)).max(50).optional(),
  notes: z.string().max(4096).optional(),
})
/** What becomes of a transaction for which all conditions hold. */
export type RuleSetting = z.infer<typeof settingSchema>

export type Rule = {
  readonly id: string
  readonly name: string
  /** Smaller comes first; the first rule that sets a field is the one that counts. */
  readonly order: number
  readonly when: readonly Condition[]
  readonly set: RuleSetting
  readonly isOff: boolean
}

/** Nothing where another version of the app has kept something that this one does not know: half a rule is another rule. */
export function readRule(doc: DocOf<'rule'>): Rule | undefined {
  const when = z.array(conditionSchema).min(1).safeParse(doc.when)
  const set = settingSchema.strict().safeParse(doc.set)
  if (!when.success || !set.success) return undefined
  const { _id, name = '', order, off = false } = doc
  return {
    id: _id,
    name,
    order,
    when: when.data,
    set: set.data,
    isOff: off,
  }
}

/** The fields of a `rule`, to be saved. */
export function ruleFields({
  name,
  order,
  when,
  set,
  isOff,
}: Omit<Rule, 'id'>): Pick<
  DocOf<'rule'>,
  'name' | 'order' | 'when' | 'set' | 'off'
> {
  return {
    name,
    order,
    when: when.map(present),
    set: present(set),
    ...(isOff && { off: true }),
  }
}

type Values = DocOf<'rule'>['set']

function present(fields: object): Values {
  const entries: [string, Values[string] | undefined][] = Object.entries(fields)
  return Object.fromEntries(
    entries.flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  )
}
