import type { Doc } from '@ourmoney/shared/sync/kinds.ts'

/** Why a doc is kept; bits. */
const isEdited = 1
const isDeleted = 2
const isConflicted = 4

/** As a snapshot has them: few long strings, quickly stored. */
export type StoredKept = {
  /** Joined by line feeds, as the texts are. */
  readonly ids: string
  readonly marks: Uint8Array
  readonly texts: string
}

/**
 * Whole docs that were edited, deleted or left with a conflict: what history,
 * trash and the book of an earlier day are read from. Kept as JSON: there may
 * be many, and few are looked at.
 */
export class KeptDocs {
  readonly #texts = new Map<string, string>()
  readonly #marks = new Map<string, number>()
  readonly #conflicted = new Set<string>()

  /** Kept or forgotten, as the doc asks. */
  put(doc: Doc): void {
    const marks =
      ((doc.log?.length ?? 0) > 0 ? isEdited : 0) |
      (doc._deleted === true ? isDeleted : 0) |
      ((doc.conflicts?.length ?? 0) > 0 ? isConflicted : 0)
    if (marks === 0) this.remove(doc._id)
    else this.#set(doc._id, marks, JSON.stringify(doc))
  }

  remove(id: string): void {
    this.#texts.delete(id)
    this.#marks.delete(id)
    this.#conflicted.delete(id)
  }

  get(id: string): Doc | undefined {
    const text = this.#texts.get(id)
    // Written by `put`, from a doc that was decoded.
    return text === undefined ? undefined : (JSON.parse(text) as Doc)
  }

  isDeleted(id: string): boolean {
    return ((this.#marks.get(id) ?? 0) & isDeleted) !== 0
  }

  get conflictedCount(): number {
    return this.#conflicted.size
  }

  conflicted(): readonly Doc[] {
    return [...this.#conflicted].flatMap(id => this.get(id) ?? [])
  }

  deleted(): readonly Doc[] {
    return [...this.#marks].flatMap(([id, marks]) =>
      (marks & isDeleted) === 0 ? [] : (this.get(id) ?? []),
    )
  }

  /** Deleted ones that may have a field: of many few are read. */
  *deletedWith(field: string): Generator<Doc> {
    for (const [id, text] of this.#texts) {
      if (this.isDeleted(id) && text.includes(`"${field}":`)) {
        yield JSON.parse(text) as Doc
      }
    }
  }

  *all(): Generator<Doc> {
    for (const text of this.#texts.values()) yield JSON.parse(text) as Doc
  }

  stored(): StoredKept {
    return {
      ids: [...this.#texts.keys()].join('\n'),
      marks: Uint8Array.from(this.#marks.values()),
      texts: [...this.#texts.values()].join('\n'),
    }
  }

  /** `undefined` for what is damaged or something else. */
  static from(value: unknown): KeptDocs | undefined {
    if (!isStored(value)) return undefined
    const kept = new KeptDocs()
    const ids = value.ids === '' ? [] : value.ids.split('\n')
    const texts = value.texts === '' ? [] : value.texts.split('\n')
    if (ids.length !== texts.length || ids.length !== value.marks.length) {
      return undefined
    }
    ids.forEach((id, at) => {
      kept.#set(id, value.marks[at] ?? 0, texts[at] ?? '')
    })
    return kept
  }

  #set(id: string, marks: number, text: string): void {
    this.#texts.set(id, text)
    this.#marks.set(id, marks)
    if ((marks & isConflicted) === 0) this.#conflicted.delete(id)
    else this.#conflicted.add(id)
  }
}

function isStored(value: unknown): value is StoredKept {
  if (typeof value !== 'object' || value === null) return false
  const { ids, marks, texts } = value as Partial<StoredKept>
  return (
    typeof ids === 'string' &&
    marks instanceof Uint8Array &&
    typeof texts === 'string'
  )
}
