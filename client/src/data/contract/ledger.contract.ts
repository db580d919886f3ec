import { describe } from 'vitest'
import type { OpenLedger } from './a-ledger.ts'
import { accountsContract } from './accounts.contract.ts'
import { bankFilesContract } from './bank-files.contract.ts'
import { bankTransfersContract } from './bank-transfers.contract.ts'
import { rulesContract } from './rules.contract.ts'
import { bringingInContract } from './bringing-in.contract.ts'
import { exchangeTransfersContract } from './exchange-transfers.contract.ts'
import { exportsContract } from './exports.contract.ts'
import { filesContract } from './files.contract.ts'
import { leftReviewsContract } from './left-reviews.contract.ts'
import { mergingContract } from './merging.contract.ts'
import { namesContract } from './names.contract.ts'
import { namedTransfersContract } from './named-transfers.contract.ts'
import { newsContract } from './news.contract.ts'
import { outlookContract } from './outlook.contract.ts'
import { pastContract } from './past.contract.ts'
import { plansContract } from './plans.contract.ts'
import { ratesContract } from './rates.contract.ts'
import { receiptsContract } from './receipts.contract.ts'
import { reportsContract } from './reports.contract.ts'
import { recurringContract } from './recurring.contract.ts'
import { rescueContract } from './rescue.contract.ts'
import { savingContract } from './saving.contract.ts'
import { statementsContract } from './statements.contract.ts'
import { suggestionsContract } from './suggestions.contract.ts'
import { sumsContract } from './sums.contract.ts'
import { transfersContract } from './transfers.contract.ts'
import { undoContract } from './undo.contract.ts'

const contracts = [
  savingContract,
  undoContract,
  namesContract,
  mergingContract,
  transfersContract,
  sumsContract,
  reportsContract,
  ratesContract,
  suggestionsContract,
  accountsContract,
  statementsContract,
  bankFilesContract,
  bankTransfersContract,
  bringingInContract,
  namedTransfersContract,
  exchangeTransfersContract,
  leftReviewsContract,
  rulesContract,
  receiptsContract,
  filesContract,
  exportsContract,
  rescueContract,
  pastContract,
  recurringContract,
  plansContract,
  newsContract,
  outlookContract,
]

/**
 * What every ledger does, the real one and the one in memory; `open` gives one
 *
 * that was never connected, shrinks no photo and reads plain statements.
 */
export function ledgerContract(name: string, open: OpenLedger): void {
  describe(name, () => {
    for (const contract of contracts) contract(open)
  })
}
