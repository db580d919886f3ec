import { mergedIds } from '@ourmoney/shared/names/merged.ts'
import { derivedId } from '@ourmoney/shared/sync/ids.ts'
import {
  schemaVersion,
  type Doc,
  type DocOf,
} from '@ourmoney/shared/sync/kinds.ts'
import { normalWords } from '@ourmoney/shared/statement/row-ids.ts'
import type { ReadModel } from '../read-model/read-model.ts'

type Type = DocOf<'category'>['type']

/** What a file names, found among what the ledger has. */
export type LedgerNames = {
  readonly account: (id: string) => DocOf<'account'> | undefined
  readonly accountNamed: (name: string) => string | undefined
  /** The account that stands for it now, where it was merged away. */
  readonly standing: (id: string) => string
  /** Accounts that became this one. */
  readonly mergedInto: (id: string) => readonly string[]
  readonly category: (id: string) => DocOf<'category'> | undefined
  /** `Home:Rent` is Rent below Home; of this type first. */
  readonly categoryNamed: (path: string, type: Type) => string | undefined
  readonly payee: (id: string) => DocOf<'payee'> | undefined
  readonly payeeNamed: (name: string) => string | undefined
  readonly memberNamed: (name: string) => string | undefined
}

export function namesOf(model: ReadModel): LedgerNames {
  const accounts = model.docs('account')
  const categories = model.docs('category')
  const payees = model.docs('payee')
  const merged = mergedIds([...accounts, ...categories, ...payees])
  const standing = (id: string) => merged.get(id) ?? id
  const accountById = byId(accounts)
  const categoryById = byId(categories)
  const payeeById = byId(payees)
  const members = model.docs('member')
  const accountByName = byName(accounts, standing)
  const payeeByName = byName(payees, standing)
  const memberByName = new Map([
    ...members.flatMap(({ _id, email }) =>
      email === undefined ? [] : ([[normalWords(email), _id]] as const),
    ),
    ...byName(members, id => id),
  ])
  const categoryByPath = new Map<string, string>()
  for (const category of categories) {
    const { _id, name, parent, type } = category
    const above = parent === undefined ? undefined : categoryById.get(parent)
    const id = standing(_id)
    // A branch may be named without what it is below, unless that is another.
    const alone = `${type} ${normalWords(name)}`
    if (above === undefined || !categoryByPath.has(alone)) {
      categoryByPath.set(alone, id)
    }
    if (above !== undefined) {
      categoryByPath.set(`${type} ${pathWords(`${above.name}:${name}`)}`, id)
    }
  }
  return {
    account: id => accountById.get(id),
    accountNamed: name => accountByName.get(normalWords(name)),
    standing,
    mergedInto: id =>
      [...merged].flatMap(([from, into]) =>
        into === id && accountById.has(from) ? [from] : [],
      ),
    category: id => categoryById.get(id),
    categoryNamed: (path, type) => {
      const words = pathWords(path)
      const other = type === 'expense' ? 'income' : 'expense'
      return (
        categoryByPath.get(`${type} ${words}`) ??
        categoryByPath.get(`${other} ${words}`)
      )
    },
    payee: id => payeeById.get(standing(id)),
    payeeNamed: name => payeeByName.get(normalWords(name)),
    memberNamed: name => memberByName.get(normalWords(name)),
  }
}

/**
 * The category that a path names and the ones it stands below, the same on
 * every device. Two levels are all there are: what is deeper stands in the name.
 */
export function newCategory(
  path: string,
  type: Type,
  names: LedgerNames,
): readonly [DocOf<'category'>, ...DocOf<'category'>[]] {
  const [first = '', ...below] = levelsOf(path)
  const top: DocOf<'category'> = {
    _id: derivedId('category', type, first),
    kind: 'category',
    v: schemaVersion,
    name: first,
    type,
  }
  if (below.length === 0) return [top]
  const name = below.join(': ').slice(0, 120)
  const known = names.categoryNamed(first, type)
  const isKnown = known !== undefined && names.category(known)?.type === type
  const parent = isKnown ? known : top._id
  const branch: DocOf<'category'> = {
    _id: derivedId('category', type, first, name),
    kind: 'category',
    v: schemaVersion,
    name,
    type,
    parent,
  }
  return isKnown ? [branch] : [branch, top]
}

export function newPayee(name: string): DocOf<'payee'> {
  return {
    _id: derivedId('payee', name),
    kind: 'payee',
    v: schemaVersion,
    name,
  }
}

/** As the earlier system's files make them. */
export function newMember(name: string): DocOf<'member'> {
  return {
    _id: derivedId('member', '', name),
    kind: 'member',
    v: schemaVersion,
    name,
  }
}

/** A name without the blanks around it, as long as names may be. */
export function trimmedName(name: string | undefined): string | undefined {
  const trimmed = (name ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()
  return trimmed === '' ? undefined : trimmed.slice(0, 120).trim()
}

/** `Home:Rent`, each of its names as `trimmedName` has it. */
export function trimmedPath(path: string | undefined): string | undefined {
  const levels = levelsOf(path ?? '')
  return levels.length === 0 ? undefined : levels.join(':')
}

function levelsOf(path: string): readonly string[] {
  return path.split(':').flatMap(each => trimmedName(each) ?? [])
}

function pathWords(path: string): string {
  return levelsOf(path).map(normalWords).join(':')
}

function byId<Kept extends Doc>(docs: readonly Kept[]): Map<string, Kept> {
  return new Map(docs.map(doc => [doc._id, doc]))
}

/** Where two have one name, the one with the smaller id: the same on every device. */
function byName(
  docs: readonly { readonly _id: string; readonly name: string }[],
  standing: (id: string) => string,
): Map<string, string> {
  const ordered = docs.toSorted((a, b) => (a._id < b._id ? 1 : -1))
  return new Map(
    ordered.map(each => [normalWords(each.name), standing(each._id)]),
  )
}
