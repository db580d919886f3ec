import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { languages, sentences } from './language.ts'
import { varietyOf, withMillions } from './plurals.ts'
import { rhythmWords } from './rhythm-words.ts'

beforeAll(async () => {
  await i18next.init({ fallbackLng: false, resources: {} })
  for (const { id } of languages) {
    const said = withMillions(await sentences[id]())
    i18next.addResourceBundle(varietyOf(id), 'translation', said)
  }
})

const rules = [
  [
    'FREQ=MONTHLY;BYMONTHDAY=1',
    'Every month on the 1st',
    'Todos os meses, dia 1',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=22',
    'Every 3 months on the 22nd',
    'De 3 em 3 meses, dia 22',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'Every month on the last day of the month',
    'Todos os meses, no último dia do mês',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    'Every month on the 30th, or on the last day',
    'Todos os meses, dia 30 ou o último',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
    'Every 2 weeks on Tuesday',
    'De 2 em 2 semanas, terça-feira',
  ],
  ['FREQ=YEARLY', 'Every year on 14 March', 'Todos os anos, 14 de março'],
  ['FREQ=DAILY', 'Every day', 'Todos os dias'],
  // What has no words stands as it is written.
  [
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;BYDAY=2TU',
  ],
] as const

test.each(rules)('%s in words', (rrule, english, portuguese) => {
  const start = '2026-03-14'
  const en = i18next.getFixedT('en')
  const pt = i18next.getFixedT('pt-PT')
  expect(rhythmWords(rrule, start, en, 'en-GB')).toBe(english)
  expect(rhythmWords(rrule, start, pt, 'pt-PT')).toBe(portuguese)
})

test('without its first day a yearly rule has no day', () => {
  const t = i18next.getFixedT('en')
  expect(rhythmWords('FREQ=YEARLY', undefined, t, 'en')).toBe('Every year')
})
