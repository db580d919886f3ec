import '../../../platform/no-eval.ts'
import { expose } from 'comlink'
import { reckonOutlook } from './reckon-outlook.ts'
import { reckonUnusual } from './reckon-unusual.ts'

/** One question for each worker: it ends with its answer. */
export type PortReckoner = {
  readonly outlook: typeof reckonOutlook
  readonly unusual: typeof reckonUnusual
}

const port: PortReckoner = { outlook: reckonOutlook, unusual: reckonUnusual }
expose(port)
