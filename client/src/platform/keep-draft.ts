import { keptInTab } from './kept-text.ts'

/**
 * Typed text by the name of its form, kept until it is saved: a reload, a
 * crashed tab or a new version loses none of it. Per tab, so that two open
 * forms do not mix; a crashed tab gets its own back.
 */
const prefix = 'ourmoney-draft-'

export function readDraft<Draft extends Readonly<Record<string, string>>>(
  form: string,
  empty: Draft,
): Draft {
  try {
    const kept: unknown = JSON.parse(keptInTab.read(prefix + form) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return empty
    const texts = Object.entries(kept).filter(
      ([name, text]) => name in empty && typeof text === 'string',
    )
    return { ...empty, ...Object.fromEntries(texts) }
  } catch {
    // Not ours, or cut short: an empty form is right then.
    return empty
  }
}

export function keepDraft(
  form: string,
  draft: Readonly<Record<string, string>>,
): void {
  keptInTab.keep(prefix + form, JSON.stringify(draft))
}

export function dropDraft(form: string): void {
  keptInTab.drop(prefix + form)
}

/** Whether something was typed and not saved. */
export function hasDraft(form: string): boolean {
  return keptInTab.read(prefix + form) !== undefined
}
