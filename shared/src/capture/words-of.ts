import type { QuickWords } from './quick-words.ts'
import type { QuickLanguage } from './reading.ts'
import { english } from './words-en.ts'
import { portuguese } from './words-pt.ts'

export function wordsOf(language: QuickLanguage): QuickWords {
  return language === 'pt' ? portuguese : english
}
