import type { Ledger } from '../ledger.ts'
import { answerWhen, aTransaction, create, everything } from './a-ledger.ts'

/** Food and Groceries, with all that may refer to a category, and the transactions. */
export async function twoCategories(ledger: Ledger) {
  const [from = '', into = ''] = (
    await create(
      ledger,
      { kind: 'category', name: 'Food', type: 'expense', order: 2 },
      { kind: 'category', name: 'Groceries', type: 'expense', order: 1 },
    )
  ).ids
  const splits = [{ minor: 100, category: from }, { minor: 20 }]
  const { ids } = await create(
    ledger,
    aTransaction({ category: from }),
    aTransaction({ splits }),
    aTransaction({ category: into }),
    { kind: 'category', name: 'Bakery', type: 'expense', parent: from },
    { kind: 'payee', name: 'Lidl', category: from },
    { kind: 'shoppingItem', name: 'Bread', category: from },
    { kind: 'savedFilter', name: 'Food', query: `categories=${from}` },
    { kind: 'template', name: 'Lunch', draft: { category: from } },
  )
  await answerWhen(ledger, everything, a => a.count === 3)
  return { from, into, ids }
}
