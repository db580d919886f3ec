import type { Decoded, StoredDoc } from '@ourmoney/shared/sync/decode.ts'
import type { UnreadRecord } from '../../views/sync.ts'

/** Damaged on this device, or made by a newer version of the app. */
export type UnreadState = Extract<Decoded['state'], 'broken' | 'newer'>

type Unread = {
  readonly state: UnreadState
  /** What a person knows it by. */
  readonly name: string
}

/** What this version cannot read: shown by name, never rewritten. */
export class UnreadRecords {
  readonly #records = new Map<string, Unread>()

  note(id: string, raw: StoredDoc, state: Decoded['state']): void {
    if (state === 'broken' || state === 'newer') {
      this.#records.set(id, { state, name: nameOf(raw) })
    } else this.#records.delete(id)
  }

  of(state: UnreadState): readonly UnreadRecord[] {
    return [...this.#records]
      .filter(([, each]) => each.state === state)
      .map(([id, { name }]) => ({ id, name }))
  }

  ids(): readonly string[] {
    return [...this.#records.keys()]
  }
}

function nameOf(raw: StoredDoc): string {
  const { description, name } = raw
  const known = [description, name].find(each => typeof each === 'string')
  return typeof known === 'string' && known !== '' ? known : raw._id
}
