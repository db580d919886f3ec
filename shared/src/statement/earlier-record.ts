import { dateInZone, isLocalDate } from '../calendar/local-date.ts'
import { decimalsOf } from '../money/currencies.ts'
import { parseAmount } from '../money/parse-amount.ts'
import { failure, success, type Result } from '../result.ts'
import { canonicalText } from '../sync/encode.ts'
import { firstVersion } from '../sync/history.ts'
import { derivedId } from '../sync/ids.ts'
import { schemaVersion, type Doc, type DocOf } from '../sync/kinds.ts'

/** What the ledger decides about a file of the earlier system. */
export type EarlierContext = {
  readonly currency: string
  readonly timeZone: string
  readonly batch: string
}

export type EarlierRow = {
  readonly transaction: DocOf<'transaction'>
  readonly category: DocOf<'category'> | undefined
  readonly member: DocOf<'member'> | undefined
}

export type EarlierIssue = {
  readonly code:
    | 'not-a-record'
    | 'no-id'
    | 'unknown-type'
    | 'not-an-amount'
    | 'not-a-date'
    | 'too-long'
    | 'deleted'
  /** What stood there, cut short. */
  readonly found: string
}

/**
 * One record of the earlier system's file as docs whose first revisions are
 * byte-identical on every device: ids from what makes a thing the same, no
 * clock, no person. `deleted` records are told apart, not read.
 */
export function readEarlierRecord(
  record: unknown,
  context: EarlierContext,
): Result<EarlierRow, EarlierIssue> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return fail('not-a-record', record)
  }
  const fields = record as Readonly<Record<string, unknown>>
  if (fields['status'] === 'deleted') return fail('deleted', fields['id'])

  const id = readId(fields)
  if (id === undefined) return fail('no-id', fields['id'])
  const type = types.get(text(fields['type']))
  if (type === undefined) return fail('unknown-type', fields['type'])
  const minor = readPrice(fields['price'], context.currency)
  if (minor === undefined) return fail('not-an-amount', fields['price'])
  const date = readDate(fields['createdAt'], context.timeZone)
  if (date === undefined) return fail('not-a-date', fields['createdAt'])
  const description = text(fields['description'])
  if (description.length > 500) return fail('too-long', description)
  const name = upperFirst(plainName(fields['category']))
  if (name.length > 120) return fail('too-long', name)

  const known = knownIn(context)
  const category =
    name === ''
      ? undefined
      : once(known.categories, `${type} ${name}`, () =>
          earlierCategory(name, type),
        )
  const member = once(
    known.members,
    JSON.stringify([fields['owner'], fields['email']]),
    () => earlierMember(fields['owner'], fields['email']),
  )
  return success({
    category,
    member,
    transaction: {
      _id: derivedId('transaction', 'earlier', id),
      kind: 'transaction',
      v: schemaVersion,
      type,
      description,
      minor,
      currency: context.currency,
      date,
      ...(category !== undefined && { category: category._id }),
      ...(member !== undefined && { member: member._id }),
      source: { format: 'earlier-system', id, batch: context.batch },
    },
  })
}

/** A file names the same few categories and people in thousands of records. */
type Known = {
  readonly categories: Map<string, DocOf<'category'>>
  readonly members: Map<string, DocOf<'member'> | undefined>
}
const knownByContext = new WeakMap<EarlierContext, Known>()
const mostKnown = 1_000

function knownIn(context: EarlierContext): Known {
  const known = knownByContext.get(context) ?? {
    categories: new Map(),
    members: new Map(),
  }
  knownByContext.set(context, known)
  return known
}

function once<Made>(
  known: Map<string, Made>,
  key: string,
  make: () => Made,
): Made {
  if (known.has(key)) return known.get(key) as Made
  const made = make()
  if (known.size < mostKnown) known.set(key, made)
  return made
}

const compared = [
  'type',
  'description',
  'minor',
  'date',
  'category',
  'member',
] as const

/**
 * What a doc that is there already is to a row of the file. A person's edit
 * since the import does not make it `changed`: its first version is compared.
 */
export function compareWithStored(
  stored: Doc,
  row: DocOf<'transaction'>,
): 'same' | 'changed' | 'deleted' {
  if (stored._deleted === true) return 'deleted'
  const first = firstVersion(stored)
  const isSame = compared.every(
    field =>
      canonicalText(first[field] ?? null) === canonicalText(row[field] ?? null),
  )
  return isSame ? 'same' : 'changed'
}

/**
 * Two files may spell one thing in two ways, so nothing of a spelling may stand
 * in these docs that does not stand in their ids too.
 */
function earlierCategory(
  name: string,
  type: 'expense' | 'income',
): DocOf<'category'> {
  return {
    _id: derivedId('category', type, name),
    kind: 'category',
    v: schemaVersion,
    name,
    type,
  }
}

function earlierMember(
  owner: unknown,
  address: unknown,
): DocOf<'member'> | undefined {
  const found = plainName(address)
  const email = found.length > 254 ? '' : found
  const words = plainName(owner).split(' ').map(upperFirst).join(' ')
  const name = wellFormed((words || email).slice(0, 120))
  if (name === '') return undefined
  return {
    _id: derivedId('member', email, name),
    kind: 'member',
    v: schemaVersion,
    name,
    ...(email !== '' && { email }),
  }
}

/** Free text as all its spellings are: lower case, single blanks, one form of each accent. */
function plainName(value: unknown): string {
  const lower = wellFormed(text(value)).normalize('NFC').toLowerCase()
  return lower.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function upperFirst(name: string): string {
  const [first = '', ...rest] = name
  return (first.toUpperCase() + rest.join('')).normalize('NFC')
}

/** Half a character has no bytes of its own to derive an id from. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}

const types = new Map<string, 'expense' | 'income'>([
  ['outcome', 'expense'],
  ['income', 'income'],
])

/** Number 17 exists in every file, so a number counts together with its time. */
function readId(fields: Readonly<Record<string, unknown>>): string | undefined {
  const id = typeof fields['id'] === 'number' ? `${fields['id']}` : fields['id']
  if (typeof id !== 'string' || id.length > 150) return undefined
  const own = id.trim().toLowerCase()
  if (own === '') return undefined
  const isNumber = typeof fields['id'] === 'number' || /^\d+$/.test(id)
  return isNumber ? `${own} ${text(fields['createdAt'])}` : own
}

/** Through decimal text: `0.1 + 0.2` in a file is 30 cents and not more. */
function readPrice(price: unknown, currency: string): number | undefined {
  if (typeof price !== 'number' && typeof price !== 'string') return undefined
  const plain = typeof price === 'number' ? plainNumber(price) : price.trim()
  const exact = plainMinor(plain, currency)
  if (exact !== undefined) return exact
  if (!/^[+-]?[\d.,\s]+$/.test(plain)) return undefined
  const amount = parseAmount(plain, { currency, locale: 'en' })
  return amount.ok ? amount.value : undefined
}

/** As most prices are written, `12.5`: read at once, and as `parseAmount` would. */
function plainMinor(plain: string, currency: string): number | undefined {
  const [, sign, whole = '', fraction = ''] =
    /^(-?)(\d{1,9})(?:\.(\d+))?$/.exec(plain) ?? []
  const places = decimalsOf(currency)
  // Three digits after a point may be thousands.
  if (whole === '' || fraction.length > Math.min(places, 2)) return undefined
  const minor = Number(whole + fraction.padEnd(places, '0'))
  return sign === '-' && minor !== 0 ? -minor : minor
}

function plainNumber(price: number): string {
  if (!Number.isFinite(price) || Math.abs(price) >= 1e15) return ''
  return Math.abs(price) < 1e-6 ? '0' : String(price)
}

function readDate(createdAt: unknown, timeZone: string): string | undefined {
  const stamp = text(createdAt)
  const dayFirst = /^(\d{2})-(\d{2})-(\d{4})$/.exec(stamp)
  if (dayFirst !== null) {
    return checked(`${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`)
  }
  // A date, or a date and a time without a zone: the day stands there.
  if (/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/.test(stamp)) {
    return checked(stamp.slice(0, 10))
  }
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(stamp)) return
  const instant = Date.parse(stamp)
  return Number.isNaN(instant) ? undefined : dateInZone(instant, timeZone)
}

function checked(date: string): string | undefined {
  return isLocalDate(date) ? date : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function fail(
  code: EarlierIssue['code'],
  found: unknown,
): Result<never, EarlierIssue> {
  const shown = typeof found === 'string' ? found : JSON.stringify(found)
  return failure({ code, found: (shown ?? '').slice(0, 80) })
}
