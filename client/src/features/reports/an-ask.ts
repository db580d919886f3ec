import i18next from 'i18next'
import { readPeriod } from '@ourmoney/shared/calendar/period-text.ts'
import { languages, sentences } from '../../words/language.ts'
import { varietyOf, withMillions } from '../../words/plurals.ts'
import type { ReportAsk } from './ask.ts'
import { comparedWith } from '@ourmoney/shared/report/compared.ts'
import { daysOf } from '@ourmoney/shared/report/days-of.ts'
import { reports } from './reports.ts'
import { stepsFor } from './steps.ts'
import { reportWords, type ReportWords } from './words-for.ts'

/** What a report is asked in its tests, on 22 November 2026: a month, unless it is said otherwise. */
export function anAsk(
  period = '2026-11',
  lookups: Partial<ReportAsk['lookups']> = {},
  fields: Partial<ReportAsk> = {},
): ReportAsk {
  const today = '2026-11-22'
  const counting = { firstDay: 1, weekStart: 1 }
  const read = readPeriod(period, today, counting)
  if (!read.ok) throw new Error(`No period: ${period}`)
  const days = daysOf(read.value, counting)
  const steps = stepsFor(days)
  return {
    report: reports[0],
    filter: {},
    period: read.value,
    days,
    comparison: 'before',
    before: comparedWith(read.value, 'before', today, counting),
    step: steps.usual,
    steps: steps.all,
    currency: undefined,
    look: undefined,
    lookups: {
      ledger: undefined,
      me: undefined,
      device: 'here',
      members: [],
      accounts: [],
      categories: [],
      payees: [],
      savedFilters: [],
      templates: [],
      tags: [],
      merged: {},
      currencies: ['EUR'],
      years: ['2026'],
      recurring: 0,
      isEmpty: false,
      ...lookups,
    },
    counting,
    today,
    set: () => undefined,
    setPeriod: () => undefined,
    setFilter: () => undefined,
    ...fields,
  }
}

/** English as in Ireland. */
export async function someWords(): Promise<ReportWords> {
  const [language] = languages
  await i18next.init({
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: {},
  })
  i18next.addResourceBundle(
    varietyOf(language.id),
    'translation',
    withMillions(await sentences[language.id]()),
  )
  return reportWords({
    t: i18next.getFixedT(varietyOf(language.id)),
    locale: 'en-IE',
    today: '2026-11-22',
    counting: { firstDay: 1, weekStart: 1 },
  })
}
