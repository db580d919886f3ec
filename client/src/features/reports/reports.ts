import { IconChartHistogram, IconChartTreemap } from '@tabler/icons-react'

/** What a report is about, in the order in which the list of them tells. */
export const themes = ['spending'] as const

/** Every question that a report answers. */
export const reports = [
  {
    id: 'spending',
    theme: 'spending',
    Icon: IconChartTreemap,
    usual: 'month',
    /** Against an earlier period. */
    isCompared: true,
    /** By weeks, months, quarters or years within the period. */
    isStepped: false,
  },
  {
    id: 'months',
    theme: 'spending',
    Icon: IconChartHistogram,
    usual: 'last-12',
    isCompared: false,
    isStepped: true,
  },
] as const

export type Report = (typeof reports)[number]
export type ReportId = Report['id']

export function reportCalled(id: string | undefined): Report | undefined {
  return reports.find(each => each.id === id)
}
