import {
  IconBolt,
  IconBuildingBank,
  IconBuildingStore,
  IconCalendarTime,
  IconCategory,
  IconCoins,
  IconFileImport,
  IconFiles,
  IconHash,
  IconHeartRateMonitor,
  IconHistory,
  IconHome,
  IconList,
  IconLogin2,
  IconPlus,
  IconReportAnalytics,
  IconFlag,
  IconRepeat,
  IconSettings,
  IconTargetArrow,
  IconShoppingCart,
  IconTemplate,
  IconTrash,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useWords } from '../../words/words.ts'
import type { Command } from './command.ts'

/** Screens and forms that an address opens, by the words for the way there. */
const ways = [
  ['add', 'shell.addTransaction', IconPlus, '/transactions?new=expense', 'N'],
  ['quick', 'capture.quick', IconBolt, '?open=quick', 'Q'],
  ['templates', 'capture.templates', IconTemplate, '?open=templates'],
  ['home', 'shell.goHome', IconHome, '/'],
  ['transactions', 'shell.goTransactions', IconList, '/transactions'],
  ['accounts', 'accounts.goAccounts', IconBuildingBank, '/accounts'],
  ['new-account', 'accounts.new', IconBuildingBank, '/accounts?new'],
  ['reports', 'reports.go', IconReportAnalytics, '/reports'],
  ['budgets', 'budgets.go', IconTargetArrow, '/budgets'],
  ['new-budget', 'budgets.new', IconTargetArrow, '/budgets?new'],
  ['goals', 'budgets.goGoals', IconFlag, '/budgets?tab=goals'],
  ['new-goal', 'budgets.newGoal', IconFlag, '/budgets?tab=goals&new'],
  ['recurring', 'recurring.go', IconRepeat, '/recurring'],
  ['new-recurring', 'recurring.new', IconRepeat, '/recurring?new'],
  ['shopping', 'shopping.goShopping', IconShoppingCart, '/shopping'],
  ['files', 'shell.goFiles', IconFiles, '/files'],
  ['import', 'imports.go', IconFileImport, '/import'],
  ['currencies', 'shell.goCurrencies', IconCoins, '/currencies'],
  ['names', 'names.go', IconCategory, '/names'],
  ['payees', 'names.goPayees', IconBuildingStore, '/names?tab=payees'],
  ['tags', 'names.goTags', IconHash, '/names?tab=tags'],
  ['history', 'history.go', IconHistory, '/history'],
  ['trash', 'history.goTrash', IconTrash, '/history?tab=trash'],
  ['earlier', 'history.goEarlier', IconCalendarTime, '/history?tab=earlier'],
  ['people', 'people.go', IconUsers, '/people'],
  ['settings', 'shell.goSettings', IconSettings, '/settings'],
  ['doctor', 'doctor.go', IconHeartRateMonitor, '/doctor'],
  ['sign-in', 'shell.signIn', IconLogin2, '/sign-in'],
  ['ledgers', 'shell.switchLedger', IconWallet, '/ledgers?all'],
] as const

/** Nothing for who only reads. */
const writing: ReadonlySet<string> = new Set([
  'add',
  'quick',
  'templates',
  'new-account',
  'new-recurring',
  'new-budget',
  'new-goal',
  'import',
])

export function useGoCommands(): readonly Command[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const open = ways.filter(([id]) => mayWrite || !writing.has(id))
  return open.map(([id, words, Icon, to, shortcut]) => ({
    id,
    name: t(words),
    icon: <Icon size={18} aria-hidden />,
    ...(shortcut !== undefined && { shortcut }),
    run: () => void navigate(to),
  }))
}
