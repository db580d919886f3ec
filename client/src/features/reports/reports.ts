import {
  IconBuildingStore,
  IconCalendarMonth,
  IconChartAreaLine,
  IconChartBar,
  IconChartHistogram,
  IconChartLine,
  IconChartSankey,
  IconChartTreemap,
  IconCoins,
  IconGridDots,
  IconBolt,
  IconCrystalBall,
  IconListNumbers,
  IconPigMoney,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'

/** What a report is about, in the order in which the list of them tells. */
export const themes = ['spending', 'income', 'wealth'] as const

type Kind = {
  /** The period where an address names none: this month, or the last few with it. */
  readonly usual: 'month' | 'last-3' | 'last-12'
  /** Against an earlier period. */
  readonly isCompared: boolean
  /** By weeks, months, quarters or years within the period. */
  readonly isStepped: boolean
  /** What was in accounts, not what was done. */
  readonly isOfAccounts: boolean
  /** What budgets count is theirs to say: there is nothing to choose. */
  readonly isOfBudgets: boolean
}

const ofPeriod: Kind = {
  usual: 'month',
  isCompared: true,
  isStepped: false,
  isOfAccounts: false,
  isOfBudgets: false,
}
const overTime: Kind = {
  usual: 'last-12',
  isCompared: false,
  isStepped: true,
  isOfAccounts: false,
  isOfBudgets: false,
}
const ofAccounts: Kind = { ...overTime, isOfAccounts: true }

/** Every question that a report answers. */
export const reports = [
  { id: 'spending', theme: 'spending', Icon: IconChartTreemap, ...ofPeriod },
  { id: 'months', theme: 'spending', Icon: IconChartHistogram, ...overTime },
  {
    id: 'largest',
    theme: 'spending',
    Icon: IconListNumbers,
    ...ofPeriod,
    isCompared: false,
  },
  { id: 'payees', theme: 'spending', Icon: IconBuildingStore, ...ofPeriod },
  { id: 'calendar', theme: 'spending', Icon: IconCalendarMonth, ...ofPeriod },
  { id: 'members', theme: 'spending', Icon: IconUsers, ...ofPeriod },
  {
    id: 'budgets',
    theme: 'spending',
    Icon: IconTargetArrow,
    ...overTime,
    isStepped: false,
    isOfBudgets: true,
  },
  {
    id: 'pattern',
    theme: 'spending',
    Icon: IconGridDots,
    ...ofPeriod,
    usual: 'last-3',
    isCompared: false,
  },
  {
    id: 'unusual',
    theme: 'spending',
    Icon: IconBolt,
    ...ofPeriod,
    isCompared: false,
  },
  {
    id: 'income',
    theme: 'income',
    Icon: IconCoins,
    ...overTime,
    isCompared: true,
  },
  {
    id: 'sankey',
    theme: 'income',
    Icon: IconChartSankey,
    ...ofPeriod,
    isCompared: false,
  },
  { id: 'flow', theme: 'income', Icon: IconChartBar, ...overTime },
  { id: 'savings', theme: 'income', Icon: IconPigMoney, ...overTime },
  { id: 'worth', theme: 'wealth', Icon: IconChartAreaLine, ...ofAccounts },
  {
    id: 'forecast',
    theme: 'wealth',
    Icon: IconCrystalBall,
    ...ofPeriod,
    isCompared: false,
  },
  { id: 'balances', theme: 'wealth', Icon: IconChartLine, ...ofAccounts },
] as const

export type Report = (typeof reports)[number]
export type ReportId = Report['id']

export function reportCalled(id: string | undefined): Report | undefined {
  return reports.find(each => each.id === id)
}
