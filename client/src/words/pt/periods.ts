import type { periods as english } from '../en/periods.ts'
import type { Same } from '../same.ts'

export const periods: Same<typeof english> = {
  quarter: '{{quarter}}.º trimestre de {{year}}',
  shortQuarter: '{{quarter}}.º tri.',
  lastDays_one: 'Último dia',
  lastDays_other: 'Últimos {{count, number}} dias',
  lastMonths_one: 'Último mês',
  lastMonths_other: 'Últimos {{count, number}} meses',
  in: 'em {{name}}',
  inQuarter: 'no {{quarter}}.º trimestre de {{year}}',
  inDays: 'em {{days}}',
  on: 'a {{day}}',
  inLastDays_one: 'no último dia',
  inLastDays_other: 'nos últimos {{count, number}} dias',
  inLastMonths_one: 'no último mês',
  inLastMonths_other: 'nos últimos {{count, number}} meses',
}
