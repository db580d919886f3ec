import type { ActReceipt, Change } from '../data/changes.ts'
import type { Ledger } from '../data/ledger.ts'

type Acting = {
  readonly ledger: Pick<Ledger, 'save' | 'undo'>
  /** Shows a message, and another when what this one offers fails. */
  readonly say: (words: string, wayBack?: WayBack) => void
  /** What a person reads of an error. */
  readonly problem: (error: unknown) => string
  readonly undoName: string
}

type WayBack = {
  readonly name: string
  readonly onPress: () => Promise<unknown>
}

/**
 * What was done. A text is not said where nothing changed; what is made of
 * how many records changed is said of none, too.
 */
export type DoneWords = string | ((count: number) => string)

/** Writes a ledger from a screen: what was done is said with a way back, and what failed is said. */
export function createActs({ ledger, say, problem, undoName }: Acting) {
  function sayDone(words: string, act: string, onUndo?: () => void): void {
    say(words, {
      name: undoName,
      onPress: () => {
        onUndo?.()
        return ledger.undo(act)
      },
    })
  }

  return {
    /** Says that an act is done, with a way to take it back. */
    sayDone,
    /** Writes all changes as one act. Without a receipt it failed, and that was said: in a message, or where `onFailure` says it. */
    save: async (
      changes: readonly Change[],
      words?: DoneWords,
      onFailure: (words: string, error: unknown) => void = failed =>
        say(failed),
    ): Promise<ActReceipt | undefined> => {
      try {
        const receipt = await ledger.save(changes)
        const { length: count } = receipt.ids
        const said = typeof words === 'function' ? words(count) : words
        if (said !== undefined && count > 0) sayDone(said, receipt.act)
        else if (typeof words === 'function') say(words(count))
        return receipt
      } catch (error) {
        onFailure(problem(error), error)
        return undefined
      }
    },
  }
}

export type Acts = ReturnType<typeof createActs>
