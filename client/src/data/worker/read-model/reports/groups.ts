import type { Grouping, SumGroup } from '../../../views/reports.ts'
import type { Book } from '../book.ts'

/** What rows are told apart by, each group by a number of its own in the order in which it is met. */
export class Groups {
  readonly #book: Book
  readonly #by: Grouping
  readonly #groups: SumGroup[] = []
  /** By number of a reference, and of a description: one more than the group's. */
  readonly #ofReference: Int32Array
  readonly #ofDescription: Int32Array
  readonly #ofText = new Map<string, number>()

  constructor(book: Book, by: Grouping) {
    const { references, descriptions } = book.columns
    this.#book = book
    this.#by = by
    this.#ofReference = new Int32Array(references.texts.length)
    this.#ofDescription = new Int32Array(descriptions.texts.length)
  }

  get all(): readonly SumGroup[] {
    return this.#groups
  }

  ofRow(at: number): number {
    const { category, payee, member, account } = this.#book.columns
    switch (this.#by) {
      case 'category':
        return this.#of(category[at] ?? 0)
      case 'member':
        return this.#of(member[at] ?? 0)
      case 'account':
        return this.#of(account[at] ?? 0)
      case 'payee':
        return payee[at] ? this.#of(payee[at]) : this.#called(at)
    }
  }

  /** Whether parts of a row may be in other groups than the row. */
  get isOfParts(): boolean {
    return this.#by === 'category' || this.#by === 'member'
  }

  /** Without a member of its own a part is its transaction's. */
  ofPart(part: number, at: number): number {
    const { parts, member } = this.#book.columns
    return this.#of(
      this.#by === 'category'
        ? (parts.category[part] ?? 0)
        : parts.member[part] || (member[at] ?? 0),
    )
  }

  #of(reference: number): number {
    const known = this.#ofReference[reference] ?? 0
    if (known > 0) return known - 1
    const { columns } = this.#book
    const standing = columns.standing(reference)
    const group =
      (this.#ofReference[standing] ?? 0) - 1 < 0
        ? this.#add({ id: columns.idOf(standing) })
        : (this.#ofReference[standing] ?? 0) - 1
    this.#ofReference[standing] = group + 1
    this.#ofReference[reference] = group + 1
    return group
  }

  /** What has no payee goes by its description, case and accents aside. */
  #called(at: number): number {
    const { columns, folded } = this.#book
    const description = columns.description[at] ?? 0
    const known = this.#ofDescription[description] ?? 0
    if (known > 0) return known - 1
    const text = folded.descriptions()[description] ?? ''
    const group =
      this.#ofText.get(text) ??
      this.#add({ description: columns.descriptions.textOf(description) })
    this.#ofText.set(text, group)
    this.#ofDescription[description] = group + 1
    return group
  }

  #add(group: SumGroup): number {
    return this.#groups.push(group) - 1
  }
}
