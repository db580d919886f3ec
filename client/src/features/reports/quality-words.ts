import type {
  Forecast,
  ForecastQuality,
} from '@ourmoney/shared/report/forecast.ts'
import type { ReportWords } from './words-for.ts'

/** How a forecast was made, and how far off it would have been on the household's own past: one paragraph. */
export function qualityNote(
  {
    model,
    usesItems,
    mase,
    naiveMase,
    errorMinor,
    trials,
    ...of
  }: ForecastQuality,
  currency: string,
  words: ReportWords,
): string {
  const { t, money, percent, locale } = words
  const held = [
    [80, of.coverage80],
    [95, of.coverage95],
  ] as const
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return [
    t(usesItems ? 'reports.toldWithItems' : 'reports.toldBy', {
      model: t(`reports.model_${model}`),
    }),
    t('reports.triedOn', {
      count: trials,
      amount: money(errorMinor, currency),
    }),
    ...(mase === undefined || naiveMase === undefined || naiveMase === 0
      ? []
      : [
          t('reports.besideNaive', {
            own: number.format(mase),
            naive: number.format(naiveMase),
          }),
        ]),
    ...held.flatMap(([level, coverage]) =>
      coverage === undefined
        ? []
        : [
            t('reports.heldOf', {
              level: percent(level * 100),
              share: percent(coverage.basisPoints),
              count: coverage.tried,
            }),
          ],
    ),
  ].join(' ')
}

/** Instead of a number: how much more there has to be. */
export function tooLittleNote(
  { has, needs }: Extract<Forecast, { readonly outcome: 'too-little-data' }>,
  { t }: ReportWords,
): string {
  return t('reports.tooLittle', { has, count: needs })
}
