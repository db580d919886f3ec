import '../../../platform/no-eval.ts'
import { expose } from 'comlink'
import '../errors-over-comlink.ts'
import { assert } from '@ourmoney/shared/assert.ts'
import {
  readEarlier,
  type EarlierReader,
  type ReadEarlier,
} from './read-earlier.ts'

/** One file for each worker: it ends with its reading. */
export type PortReader = {
  readonly open: (...asked: Parameters<ReadEarlier>) => Promise<string>
  readonly next: EarlierReader['next']
}

let reader: EarlierReader | undefined
const port: PortReader = {
  open: async (file, ledger) => {
    reader = await readEarlier(file, ledger)
    return reader.fileHash
  },
  next: () => {
    assert(reader !== undefined, 'No file was opened')
    return reader.next()
  },
}
expose(port)
