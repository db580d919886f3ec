import { assertNever } from '@ourmoney/shared/assert.ts'
import { decodeDoc, type Decoded } from '@ourmoney/shared/sync/decode.ts'
import type { WorkAnswer } from '../views/acts.ts'
import type { ReceiptsAnswer, RecordAnswer } from '../views/record.ts'
import type { ViewQuery } from '../views/view.ts'
import { unsyncedRecords } from './care/unsynced-records.ts'
import type { LedgerParts } from './ledger-parts.ts'
import { insightsAnswer } from './news/insights-answer.ts'
import { outlookAnswer } from './reckoning/outlook-answer.ts'
import { unusualAnswer } from './reckoning/unusual-answer.ts'
import { shoppingList } from './read-model/shopping-list.ts'
import {
  occurrencesAnswer,
  recurringAnswer,
} from './recurring/recurring-answer.ts'
import { rulesAnswer } from './rules/ledger-rules.ts'
import { receiptStates } from './receipts/keep-receipt.ts'

/** What answers each view: the read model, and for the few that need more the store and what was done. */
export function answerViews(
  parts: LedgerParts,
  work: () => Promise<WorkAnswer>,
): (query: ViewQuery, signal: AbortSignal) => Promise<unknown> {
  const { store, model, acts } = parts

  async function read(id: string): Promise<Decoded | undefined> {
    const [stored] = await store.read([id])
    return stored === undefined ? undefined : decodeDoc(stored)
  }

  async function readRecord(id: string): Promise<RecordAnswer> {
    const decoded = await read(id)
    return {
      doc: decoded?.state === 'known' ? decoded.doc : undefined,
      isNewer: decoded?.state === 'newer',
      sync: model.stateOf(id),
    }
  }

  async function readReceipts(transaction: string): Promise<ReceiptsAnswer> {
    const docs = model
      .docs('receipt')
      .filter(doc => doc.transaction === transaction)
      .sort((a, b) => (a._id < b._id ? -1 : 1))
    if (docs.length === 0) return { receipts: [] }
    const states = await receiptStates(docs, parts.receipts)
    return {
      receipts: docs.map((doc, at) => ({ doc, state: states[at] ?? 'away' })),
    }
  }

  return async (query, signal) => {
    switch (query.view) {
      case 'transactions':
        return model.transactions(query)
      case 'months':
        return model.months(query)
      case 'sums':
        return model.reports.sums(query)
      case 'largest':
        return model.reports.largest(query)
      case 'settleUp':
        return model.reports.settleUp(query)
      case 'balancesOver':
        return model.reports.balancesOver(query)
      case 'outlook':
        return outlookAnswer(model, parts.reckon, query, signal)
      case 'unusual':
        return unusualAnswer(model, parts.reckon, query, signal)
      case 'lookups':
        return { ...model.lookups(), me: parts.me(), device: parts.device }
      case 'names':
        return model.names()
      case 'mergeSize':
        return { count: model.mergeSize(query) }
      case 'suggestion':
        return model.suggest(query)
      case 'pairs':
        return model.pairs(query)
      case 'currencies':
        return model.currencies(query)
      case 'rates':
        return model.rates(query)
      case 'rateOn':
        return { rate: model.rateOn(query.currency, query.date, query.into) }
      case 'lastUses':
        return { uses: model.lastUses(query.descriptions) }
      case 'record':
        return readRecord(query.id)
      case 'conflicts':
        return model.past.conflicts(query)
      case 'history':
        return model.past.history(await read(query.id))
      case 'trash':
        return model.past.trash(query)
      case 'activity':
        return model.past.activity(query)
      case 'rules':
        return rulesAnswer(model)
      case 'batches':
        return model.broughtIn.batches()
      case 'sync':
        return parts.sync.latest()
      case 'unsynced':
        return unsyncedRecords(parts, query.most)
      case 'shopping':
        return shoppingList(model.docs('shoppingItem'))
      case 'insights':
        return insightsAnswer(model, query, signal)
      case 'budgetProgress':
        return model.plans.budgets(query)
      case 'budgetKeeping':
        return model.plans.keeping(query)
      case 'budgetSuggestion':
        return model.plans.suggestion(query)
      case 'goalProgress':
        return model.plans.goals(query)
      case 'recurring':
        return recurringAnswer(parts, query)
      case 'foundRecurring':
        return { found: model.foundRecurring(query.today) }
      case 'occurrences':
        return occurrencesAnswer(parts, query)
      case 'receipts':
        return readReceipts(query.transaction)
      case 'acts':
        return acts.newest()
      case 'work':
        return work()
      case 'balances':
        return model.balances(query)
      case 'statement':
        return model.statement(query)
      default:
        return assertNever(query)
    }
  }
}
