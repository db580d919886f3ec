import type { QuickLanguage } from './reading.ts'
import { englishTopics } from './topic-words-en.ts'
import { portugueseTopics } from './topic-words-pt.ts'
import type { Topic } from './topics.ts'

type TopicWords = {
  readonly expense: ReadonlyMap<string, Topic>
  readonly income: ReadonlyMap<string, Topic>
  /** Say how it is paid rather than for what: they count where nothing else does. */
  readonly vague: ReadonlySet<string>
}

const ofIncome: ReadonlySet<string> = new Set(['salary', 'otherIncome'])

/** Topics by word or phrase. */
export const topicWords: Readonly<Record<QuickLanguage, TopicWords>> = {
  en: {
    ...sorted(englishTopics),
    vague: new Set(
      'fee fees bill bills ticket tickets pass class classes lesson lessons repair'.split(
        ' ',
      ),
    ),
  },
  pt: {
    ...sorted(portugueseTopics),
    vague: new Set(
      'conta contas fatura bilhete bilhetes taxa aula aulas revisao arranjo inscricao'.split(
        ' ',
      ),
    ),
  },
}

function sorted(topics: Readonly<Record<Topic, string>>) {
  const pairs = Object.entries(topics).flatMap(([topic, text]) =>
    splitPhrases(text).map(phrase => [phrase, topic as Topic] as const),
  )
  return {
    expense: new Map(pairs.filter(([, topic]) => !ofIncome.has(topic))),
    income: new Map(pairs.filter(([, topic]) => ofIncome.has(topic))),
  }
}

/** Apart by commas; a line's end is a blank. */
export function splitPhrases(text: string): readonly string[] {
  return text
    .split(',')
    .map(phrase => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
}
