/** Each distinct text once, by number; number 0 is "none". */
export class Dictionary {
  readonly texts: string[] = ['']
  /** How many rows have each, where they are counted. */
  uses: number[] = []
  readonly #numbers = new Map<string, number>([['', 0]])

  static from(texts: readonly string[]): Dictionary {
    const dictionary = new Dictionary()
    for (const text of texts) dictionary.numberOf(text)
    return dictionary
  }

  /** Its number; a new one for a text that was not met before. */
  numberOf(text: string | undefined): number {
    if (text === undefined) return 0
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }

  /** Its number, or -1. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  textOf(number: number): string {
    return this.texts[number] ?? ''
  }

  /** One more row has it, or one less with -1. */
  count(number: number, by = 1): void {
    this.uses[number] = (this.uses[number] ?? 0) + by
  }

  /** Texts that some row has. */
  used(): readonly string[] {
    return this.texts.filter((_, number) => (this.uses[number] ?? 0) > 0)
  }
}
