import 'fake-indexeddb/auto'
import { ulid } from '@ourmoney/shared/sync/ids.ts'
import { ledgerContract } from '../contract/ledger.contract.ts'
import { openKeptValues } from './kept-values.ts'
import { openRealLedger } from './real-ledger.ts'

const open = () =>
  openRealLedger({
    id: ulid(Date.now(), Math.random),
    user: undefined,
    me: undefined,
    device: 'test',
    snapshots: openKeptValues('ourmoney-snapshots'),
    acts: openKeptValues('ourmoney-acts'),
    rescued: openKeptValues('ourmoney-rescued'),
    token: () => undefined,
    server: 'http://localhost:1',
    now: Date.now,
    random: Math.random,
    onCleared: async () => {},
    shrink: async photo => photo,
  })

ledgerContract('the ledger on PouchDB', open)
