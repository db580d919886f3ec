import { accountsContract } from './accounts.contract.ts'
import { ledgerContract } from './ledger.contract.ts'
import { openMemoryLedger } from './memory-ledger.ts'
import { receiptsContract } from './receipts.contract.ts'

ledgerContract('the ledger in memory', async () => openMemoryLedger())
accountsContract('accounts in memory', async () => openMemoryLedger())
receiptsContract('receipts in memory', async () => openMemoryLedger())
