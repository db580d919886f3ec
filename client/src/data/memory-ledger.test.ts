import { ledgerContract } from './contract/ledger.contract.ts'
import { openMemoryLedger } from './memory-ledger.ts'

ledgerContract('the ledger in memory', async () => openMemoryLedger())
