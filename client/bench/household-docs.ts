import { createHash } from 'node:crypto'
import { createDoc, editDoc } from '@ourmoney/shared/sync/edit.ts'
import { fromDayNumber } from '@ourmoney/shared/calendar/day-number.ts'
import { derivedId, newId } from '@ourmoney/shared/sync/ids.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import { ledgerDocId } from '@ourmoney/shared/sync/prefixes.ts'

export const categoryNames = [
  'Groceries',
  'Restaurants',
  'Home',
  'Transport',
  'Health',
  'Children',
  'Clothes',
  'Leisure',
  'Gifts',
  'Bills',
]
const shops = [
  'Mercado Central',
  'Padaria da Esquina',
  'Café Aurora',
  'Metro',
  'Farmácia Nova',
  'Livraria Mar',
  'Corner shop',
  'Bakery',
  'Cinema',
  'Garden centre',
]
const days = 3_650

/** Expenses in one account, or all that a household's book may have. */
export type Book = 'plain' | 'whole'
const purses = ['Purse', ...Array.from({ length: 11 }, (_, at) => `Bank ${at}`)]

/** The transaction of that number: ten years of them, the newest today. */
export function purchase(number: number, count: number, today: number) {
  const shop = shops[number % shops.length] ?? ''
  return {
    description: `${shop} ${(number * 7) % 97}`,
    minor: 100 + ((number * 7_919) % 20_000),
    day: today - Math.floor((number * days) / count),
    category: categoryNames[(number * 3) % categoryNames.length] ?? '',
    member: number % 3 === 0 ? 'Rui' : 'Ana',
  }
}

type RevisedDoc = Doc & {
  readonly _rev: string
  readonly _revisions: { readonly start: number; readonly ids: string[] }
}

/** A ledger of so many transactions as another device would have pushed it. */
export function* ledgerDocs(
  count: number,
  now: number,
  book: Book = 'plain',
): Generator<RevisedDoc> {
  const ana = derivedId('member', 'Ana')
  const stamp = { at: now - 1_000, by: ana, device: 'bench' }
  const made = (
    kind: Parameters<typeof createDoc>[0],
    id: string,
    fields: object,
  ) => revised(createDoc(kind, id, { ...fields }, stamp))
  yield made('ledger', ledgerDocId, {
    name: 'Ana & Rui',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
  })
  for (const name of ['Ana', 'Rui']) {
    yield made('member', derivedId('member', name), { name })
  }
  const names = book === 'plain' ? ['Purse'] : purses
  const accounts = names.map(name => derivedId('account', name))
  for (const [at, name] of names.entries()) {
    const id = accounts[at] ?? ''
    yield made('account', id, { name, type: 'cash', currency: 'EUR' })
  }
  for (const name of categoryNames) {
    const id = derivedId('category', name)
    yield made('category', id, { name, type: 'expense' })
  }
  const today = Math.floor(now / 86_400_000)
  for (let number = 0; number < count; number++) {
    const { day, category, member, ...fields } = purchase(number, count, today)
    const account = accounts[number % accounts.length] ?? ''
    const next = accounts[(number + 1) % accounts.length] ?? ''
    yield made(
      'transaction',
      newId('transaction', now - number, () => 0.5),
      {
        ...fields,
        type: 'expense',
        currency: 'EUR',
        date: fromDayNumber(day),
        account,
        member: derivedId('member', member),
        ...kindOf(number, book, {
          minor: fields.minor,
          category: derivedId('category', category),
          next,
        }),
      },
    )
  }
}

type Chosen = {
  readonly minor: number
  readonly category: string
  /** Account that a transfer enters. */
  readonly next: string
}

/** Of a whole book each tenth moves money, and each tenth is of two categories. */
function kindOf(number: number, book: Book, chosen: Chosen): object {
  const { minor, category, next } = chosen
  const tenth = book === 'plain' ? 0 : number % 10
  if (tenth === 3) return { type: 'transfer', toAccount: next }
  if (tenth !== 7) return { category }
  const part = Math.floor(minor / 3)
  const other = derivedId('category', categoryNames[number % 7] ?? '')
  return {
    splits: [
      { category, minor: minor - part },
      { category: other, minor: part },
    ],
  }
}

function revised(doc: Doc): RevisedDoc {
  const hash = createHash('md5').update(JSON.stringify(doc)).digest('hex')
  return { ...doc, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } }
}

/** Purchases that were changed since they were written down, months ago; the first of them fifty times. */
export function* editedDocs(count: number, now: number): Generator<RevisedDoc> {
  const by = derivedId('member', 'Rui')
  const start = now - 180 * 86_400_000
  for (let number = 0; number < count; number++) {
    const id = newId('transaction', start - number, () => 0.25)
    const stamp = { at: start, by, device: 'bench' }
    let doc = createDoc(
      'transaction',
      id,
      {
        type: 'expense',
        description: number === 0 ? 'Changed most' : `Changed ${number}`,
        minor: 1_000,
        currency: 'EUR',
        date: fromDayNumber(Math.floor(start / 86_400_000)),
      },
      stamp,
    )
    for (let edit = 0; edit < (number === 0 ? 50 : 1); edit++) {
      const at = now - 86_400_000 + edit * 1_000
      const minor = 1_001 + edit
      doc = editDoc(doc, { minor }, { ...stamp, id: `${number}-${edit}`, at })
    }
    yield revised(doc)
  }
}

/** The same household as a file of the earlier system. */
export function earlierFile(count: number, now: number): string {
  const today = Math.floor(now / 86_400_000)
  const records = Array.from({ length: count }, (_, number) => {
    const { description, minor, day, category, member } = purchase(
      number,
      count,
      today,
    )
    return {
      id: createHash('md5').update(String(number)).digest('hex'),
      description,
      type: 'outcome',
      category,
      price: minor / 100,
      owner: member,
      createdAt: `${fromDayNumber(day)}T10:00:00.000Z`,
      status: 'synced',
    }
  })
  return JSON.stringify(records)
}
