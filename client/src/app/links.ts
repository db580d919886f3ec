import {
  IconCategory,
  IconCoins,
  IconBuildingBank,
  IconFiles,
  IconHeartRateMonitor,
  IconHistory,
  IconHome,
  IconList,
  IconReportAnalytics,
  IconRepeat,
  IconSettings,
  IconTargetArrow,
  IconShoppingCart,
  IconUsers,
} from '@tabler/icons-react'

/**
 * Every screen that the shell leads to, in the order of the rail. On a phone
 * three stand in the bar, the rest under More.
 */
export const links = [
  { to: '/', words: 'shell.home', Icon: IconHome, onPhone: 'bar' },
  {
    to: '/transactions',
    words: 'shell.transactions',
    Icon: IconList,
    onPhone: 'bar',
  },
  {
    to: '/accounts',
    words: 'accounts.title',
    Icon: IconBuildingBank,
    onPhone: 'more',
  },
  {
    to: '/reports',
    words: 'reports.title',
    Icon: IconReportAnalytics,
    onPhone: 'more',
  },
  {
    to: '/budgets',
    words: 'budgets.title',
    Icon: IconTargetArrow,
    onPhone: 'more',
  },
  {
    to: '/recurring',
    words: 'recurring.title',
    Icon: IconRepeat,
    onPhone: 'more',
  },
  {
    to: '/shopping',
    words: 'shell.shopping',
    Icon: IconShoppingCart,
    onPhone: 'bar',
  },
  { to: '/files', words: 'shell.files', Icon: IconFiles, onPhone: 'more' },
  {
    to: '/currencies',
    words: 'currencies.title',
    Icon: IconCoins,
    onPhone: 'more',
  },
  {
    to: '/names',
    words: 'names.link',
    Icon: IconCategory,
    onPhone: 'more',
  },
  {
    to: '/history',
    words: 'history.title',
    Icon: IconHistory,
    onPhone: 'more',
  },
  {
    to: '/people',
    words: 'people.title',
    Icon: IconUsers,
    onPhone: 'more',
  },
  {
    to: '/settings',
    words: 'shell.settings',
    Icon: IconSettings,
    onPhone: 'more',
  },
] as const

export type ScreenLink = (typeof links)[number]

export const barLinks = links.filter(link => link.onPhone === 'bar')
/** On a desk the state of sync in the rail leads there. */
const doctor = {
  to: '/doctor',
  words: 'doctor.title',
  Icon: IconHeartRateMonitor,
} as const
export const moreLinks = [
  ...links.filter(link => link.onPhone === 'more'),
  doctor,
]
