import { rateToKeep, type RateSource } from '@ourmoney/shared/rate/kept-rate.ts'
import type { StatementPart } from '@ourmoney/shared/statement/statement.ts'
import { editDoc, type Stamp } from '@ourmoney/shared/sync/edit.ts'
import {
  schemaVersion,
  type Doc,
  type TransactionDoc,
} from '@ourmoney/shared/sync/kinds.ts'
import type { RowFields } from '../../statements.ts'
import {
  newCategory,
  newMember,
  newPayee,
  trimmedName,
  trimmedPath,
  type LedgerNames,
} from './ledger-names.ts'
import { typeOf, type Reviewed } from './reviewed.ts'

/** What a transaction is made of beside its row. */
export type Making = {
  readonly format: string
  readonly batch: string
  readonly names: LedgerNames
  readonly rates: RateSource
  /** What the ledger lacks and the row names, by id. */
  readonly others: Map<string, Doc>
  readonly newStamp: () => Stamp
}

/**
 * A row as a transaction. Its first version is what the file and the rules
 * say, with nothing of this device in it; what a person changed in the review
 * is an edit of that.
 */
export function docOf(row: Reviewed, making: Making): TransactionDoc {
  const { first, fields } = row
  const made: TransactionDoc = {
    ...transactionOf(row, first ?? fields, making),
    _id: row.id,
    kind: 'transaction',
    v: schemaVersion,
    source: sourceOf(row, making),
  }
  if (first === fields || first === undefined) return made
  return editDoc(made, setOf(row, making), making.newStamp())
}

/** What of a transaction a row says, as an edit sets it; what it does not say is taken away. */
export function setOf(row: Reviewed, making: Making): Partial<TransactionDoc> {
  return { ...nothing, ...transactionOf(row, row.fields, making) }
}

/** Without `undefined` a field that was there would stay. */
const nothing = {
  toAccount: undefined,
  toMinor: undefined,
  rate: undefined,
  category: undefined,
  splits: undefined,
  payee: undefined,
  member: undefined,
  tags: undefined,
  notes: undefined,
}

type Body = Pick<
  TransactionDoc,
  | 'type'
  | 'description'
  | 'minor'
  | 'currency'
  | 'date'
  | 'account'
  | 'toAccount'
  | 'toMinor'
  | 'category'
  | 'splits'
  | 'payee'
  | 'member'
  | 'tags'
  | 'notes'
  | 'rate'
>

function transactionOf(
  row: Reviewed,
  fields: RowFields | undefined,
  making: Making,
): Body {
  const { account, currency, toAccount, read } = row
  const { date = '', minor: flow = 0, tags = [] } = fields ?? {}
  const description = fields?.description.trim() ?? ''
  const payee = payeeOf(trimmedName(fields?.payee), making)
  const member = memberOf(row, fields, making)
  const common = {
    description: description || (fields?.payee ?? ''),
    date,
    currency,
    ...(payee !== undefined && { payee }),
    ...(member !== undefined && { member }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(fields?.notes && { notes: fields.notes }),
  }
  if (toAccount !== undefined) {
    const [out, into] = flow < 0 ? [account, toAccount] : [toAccount, account]
    return {
      ...common,
      type: 'transfer',
      minor: Math.abs(flow),
      account: out,
      toAccount: into,
      ...(read?.arrives !== undefined && { toMinor: read.arrives.minor }),
    }
  }
  const category = categoryOf(row, fields, making)
  // What comes back of an expense is a refund.
  const type = making.names.category(category ?? '')?.type ?? typeOf(read, flow)
  const minor = type === 'income' ? flow : -flow
  const splits = splitsOf(row, fields, type, making)
  const rate = rateToKeep(
    { type, minor, currency, date },
    undefined,
    making.rates,
  )
  return {
    ...common,
    type,
    minor: minor || 0,
    ...(account !== '' && { account }),
    ...(splits === undefined
      ? category !== undefined && { category }
      : { splits }),
    ...(rate !== undefined && { rate }),
  }
}

function sourceOf({ read }: Reviewed, { format, batch }: Making) {
  const id = read?.bankId?.trim() ?? ''
  return { format, ...(id !== '' && { id: id.slice(0, 200) }), batch }
}

function categoryOf(
  { newCategory: path, read }: Reviewed,
  fields: RowFields | undefined,
  making: Making,
): string | undefined {
  if (fields?.category !== undefined) return fields.category
  const type = typeOf(read, fields?.minor ?? 0)
  return path === undefined ? undefined : categoryAt(path, type, making)
}

function categoryAt(
  path: string,
  type: 'expense' | 'income',
  { names, others }: Making,
): string {
  const known = names.categoryNamed(path, type)
  if (known !== undefined) return known
  const made = newCategory(path, type, names)
  for (const doc of made) others.set(doc._id, doc)
  return made[0]._id
}

function payeeOf(
  name: string | undefined,
  { names, others }: Making,
): string | undefined {
  if (name === undefined) return undefined
  const known = names.payeeNamed(name)
  if (known !== undefined) return known
  const made = newPayee(name)
  others.set(made._id, made)
  return made._id
}

function memberOf(
  { newMember: name }: Reviewed,
  fields: RowFields | undefined,
  { others }: Making,
): string | undefined {
  if (fields?.member !== undefined || name === undefined) return fields?.member
  const made = newMember(name)
  others.set(made._id, made)
  return made._id
}

/** The file's own parts, while they are what the amount is. */
function splitsOf(
  { read, first }: Reviewed,
  fields: RowFields | undefined,
  type: 'expense' | 'income',
  making: Making,
): TransactionDoc['splits'] {
  const { parts = [], minor } = read ?? {}
  if (parts.length === 0 || minor !== fields?.minor) return undefined
  const isChosen = fields?.category !== first?.category
  return parts.slice(0, 100).map((part: StatementPart) => {
    const path = trimmedPath(part.category)
    const category = isChosen
      ? fields?.category
      : path && categoryAt(path, type, making)
    return {
      minor: (type === 'income' ? part.minor : -part.minor) || 0,
      ...(category !== undefined && { category }),
      ...(part.notes && { note: part.notes.slice(0, 500) }),
    }
  })
}
