import {
  reckonOutlook,
  type OutlookAsked,
  type OutlookReckoned,
} from './reckon-outlook.ts'
import {
  reckonUnusual,
  type UnusualAsked,
  type UnusualReckoned,
} from './reckon-unusual.ts'

/** What takes too long to be done where views are answered. */
export type Reckon = {
  /** Rejects when it is aborted. */
  readonly outlook: (
    asked: OutlookAsked,
    signal: AbortSignal,
  ) => Promise<OutlookReckoned>
  readonly unusual: (
    asked: UnusualAsked,
    signal: AbortSignal,
  ) => Promise<UnusualReckoned>
}

/** In the same thread. */
export const reckonHere: Reckon = {
  outlook: async asked => reckonOutlook(asked),
  unusual: async asked => reckonUnusual(asked),
}
