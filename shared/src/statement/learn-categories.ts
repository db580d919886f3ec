import { foldText } from '../transaction/filter.ts'

/** Transactions alike in all that is learned from. */
export type Example = {
  readonly description: string
  /** What is to be told. */
  readonly category: string
  readonly isIn: boolean
  readonly account: string
  readonly count: number
}

export type Asked = Omit<Example, 'category' | 'count'>

export type Guess = {
  readonly category: string
  /** How often a guess like it is right, 0 to 1. */
  readonly confidence: number
}

/** A guess for what is asked; nothing where no word of it was seen before. */
export type Guesser = (asked: Asked) => Guess | undefined

/** Keeps a word that a category never had from ruling it out. */
const smoothing = 0.1
/** For a history too short to say how far its guesses can be trusted. */
const usualTemperature = 2
const temperatures = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 6, 8]
const fewest = 40
const mostTried = 2_000

/**
 * Learns from examples, the newest first, which category a description, the
 * direction of its amount and its account speak for: multinomial naive Bayes
 * with additive smoothing (McCallum and Nigam, 1998, "A comparison of event
 * models for naive Bayes text classification"). Words of a description hang
 * together, so that it is too sure of itself: its certainty is set by a
 * temperature under which it tells the newest fifth best from the rest (Guo et
 * al., 2017, "On calibration of modern neural networks"). Whatever it says, a
 * guess is no surer than the number of times that the category was seen with
 * one of the words allows (Krichevsky and Trofimov, 1981).
 */
export function learnCategories(examples: readonly Example[]): Guesser {
  if (examples.length === 0) return () => undefined
  const tried = examples.slice(
    0,
    Math.min(mostTried, Math.floor(examples.length / 5)),
  )
  const temperature =
    examples.length < fewest
      ? usualTemperature
      : bestTemperature(counted(examples.slice(tried.length)), tried)
  const counts = counted(examples)
  const known = new Map<string, Guess | undefined>()
  return asked => {
    const key = `${asked.isIn} ${asked.account} ${asked.description}`
    if (!known.has(key)) known.set(key, guess(counts, asked, temperature))
    return known.get(key)
  }
}

type Counts = {
  /** By category. */
  readonly examples: Map<string, number>
  readonly features: Map<string, number>
  /** By feature, then category. */
  readonly together: Map<string, Map<string, number>>
}

function counted(examples: readonly Example[]): Counts {
  const counts: Counts = {
    examples: new Map(),
    features: new Map(),
    together: new Map(),
  }
  for (const example of examples) {
    const { category, count } = example
    const features = featuresOf(example)
    add(counts.examples, category, count)
    add(counts.features, category, count * features.length)
    for (const feature of features) {
      const together = counts.together.get(feature) ?? new Map<string, number>()
      counts.together.set(feature, together)
      add(together, category, count)
    }
  }
  return counts
}

function guess(
  counts: Counts,
  asked: Asked,
  temperature: number,
): Guess | undefined {
  const scores = scoresOf(counts, asked)
  if (scores === undefined) return undefined
  const [best] = [...scores].sort(
    (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  )
  if (best === undefined) return undefined
  const [category, score] = best
  const confidence = certainty(score, scores.values(), temperature)
  const most = evidenceFor(counts, asked, category)
  return { category, confidence: Math.min(confidence, most) }
}

/** The logarithm of how likely each category is, but for a constant. */
function scoresOf(
  { examples, features, together }: Counts,
  asked: Asked,
): ReadonlyMap<string, number> | undefined {
  const seen = featuresOf(asked).filter(each => together.has(each))
  if (!seen.some(isWord)) return undefined
  const all = together.size
  return new Map(
    [...examples].map(([category, count]) => {
      const whole = (features.get(category) ?? 0) + smoothing * all
      const score = seen.reduce((sum, feature) => {
        const times = together.get(feature)?.get(category) ?? 0
        return sum + Math.log((times + smoothing) / whole)
      }, Math.log(count))
      return [category, score]
    }),
  )
}

function certainty(
  score: number,
  scores: Iterable<number>,
  temperature: number,
): number {
  let sum = 0
  for (const each of scores) sum += Math.exp((each - score) / temperature)
  return 1 / sum
}

/** Of the words that the category was seen with, by the rarest of them. */
function evidenceFor(
  { together }: Counts,
  asked: Asked,
  category: string,
): number {
  const words = featuresOf(asked)
    .filter(isWord)
    .flatMap(word => {
      const seen = together.get(word)
      const times = seen?.get(category) ?? 0
      const all = [...(seen?.values() ?? [])].reduce((a, b) => a + b, 0)
      return times === 0 ? [] : [{ times, all }]
    })
    .sort((a, b) => a.all - b.all)
  const times = words[0]?.times ?? 0
  return (times + 0.5) / (times + 1)
}

function bestTemperature(counts: Counts, tried: readonly Example[]): number {
  const judged = tried.flatMap(example => {
    const scores = scoresOf(counts, example)
    const score = scores?.get(example.category)
    return scores === undefined || score === undefined
      ? []
      : [{ score, scores: [...scores.values()], count: example.count }]
  })
  if (judged.length === 0) return usualTemperature
  const loss = (temperature: number) =>
    judged.reduce((sum, { score, scores, count }) => {
      const likely = certainty(score, scores, temperature)
      return sum - count * Math.log(Math.max(likely, 1e-9))
    }, 0)
  const losses = temperatures.map(each => ({ each, loss: loss(each) }))
  return losses.reduce((a, b) => (b.loss < a.loss ? b : a)).each
}

function featuresOf({ description, isIn, account }: Asked): readonly string[] {
  const words = new Set(foldText(description).match(/\p{L}[\p{L}\p{N}]+/gu))
  return [
    ...Array.from(words, word => `w ${word}`),
    isIn ? 'in' : 'out',
    `account ${account}`,
  ]
}

function isWord(feature: string): boolean {
  return feature.startsWith('w ')
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
