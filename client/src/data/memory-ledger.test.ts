import { readPlainStatements } from './contract/a-statement.ts'
import { ledgerContract } from './contract/ledger.contract.ts'
import { readOnlyContract } from './contract/read-only.contract.ts'
import { openMemoryLedger } from './memory-ledger.ts'

ledgerContract('the ledger in memory', async () =>
  openMemoryLedger({ readStatements: readPlainStatements }),
)
readOnlyContract('the ledger in memory', async () =>
  openMemoryLedger({ sync: { standing: 'viewer' } }),
)
