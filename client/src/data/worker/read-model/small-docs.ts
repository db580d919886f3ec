import type { Doc, DocOf } from '@ourmoney/shared/sync/kinds.ts'
import type { Kind } from '@ourmoney/shared/sync/prefixes.ts'

/** Kinds that a ledger has few of, or that nothing is computed from: kept whole. */
export type SmallKind = Exclude<Kind, 'transaction' | 'rate'>

/** Whole docs by id and kind; asking for one kind does not look at the others. */
export class SmallDocs {
  #kinds = new Map<string, Kind>()
  #docs = new Map<Kind, Map<string, Doc>>()
  #withReceipt: ReadonlySet<string> | undefined

  get size(): number {
    return this.#kinds.size
  }

  put(doc: Doc): void {
    const ofKind = this.#docs.get(doc.kind) ?? new Map<string, Doc>()
    this.#docs.set(doc.kind, ofKind.set(doc._id, doc))
    this.#kinds.set(doc._id, doc.kind)
    if (doc.kind === 'receipt') this.#withReceipt = undefined
  }

  remove(id: string): void {
    const kind = this.#kinds.get(id)
    if (kind === undefined) return
    this.#docs.get(kind)?.delete(id)
    this.#kinds.delete(id)
    if (kind === 'receipt') this.#withReceipt = undefined
  }

  has(id: string): boolean {
    return this.#kinds.has(id)
  }

  get(id: string): Doc | undefined {
    return this.#docs.get(this.#kinds.get(id) ?? 'ledger')?.get(id)
  }

  ids(): readonly string[] {
    return [...this.#kinds.keys()]
  }

  all(): readonly Doc[] {
    return [...this.#docs.values()].flatMap(docs => [...docs.values()])
  }

  of<Name extends SmallKind>(kind: Name): readonly DocOf<Name>[] {
    return [...(this.#docs.get(kind)?.values() ?? [])].filter(
      (doc): doc is DocOf<Name> & Doc => doc.kind === kind,
    )
  }

  /** Transactions that have a photo or PDF. */
  withReceipt(): ReadonlySet<string> {
    this.#withReceipt ??= new Set(
      this.of('receipt').map(({ transaction }) => transaction),
    )
    return this.#withReceipt
  }
}
