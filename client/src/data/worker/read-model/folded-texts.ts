import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import type { Columns } from './columns.ts'

/** Descriptions and tags as a search compares them, each folded once. */
export class FoldedTexts {
  readonly #columns: Columns
  readonly #descriptions: string[] = ['']
  readonly #tags = new Map<string, string>()

  constructor(columns: Columns) {
    this.#columns = columns
  }

  /** By their number in the dictionary. */
  descriptions(): readonly string[] {
    const { texts } = this.#columns.descriptions
    for (let at = this.#descriptions.length; at < texts.length; at++) {
      this.#descriptions.push(foldText(texts[at] ?? ''))
    }
    return this.#descriptions
  }

  tag(tag: string): string {
    const known = this.#tags.get(tag) ?? foldText(tag)
    this.#tags.set(tag, known)
    return known
  }
}
