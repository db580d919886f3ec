import { accounts } from './en/accounts.ts'
import { acts } from './en/acts.ts'
import { backup } from './en/backup.ts'
import { budgets } from './en/budgets.ts'
import { capture } from './en/capture.ts'
import { common } from './en/common.ts'
import { conflicts } from './en/conflicts.ts'
import { currencies } from './en/currencies.ts'
import { doctor } from './en/doctor.ts'
import { files } from './en/files.ts'
import { history } from './en/history.ts'
import { home } from './en/home.ts'
import { identity } from './en/identity.ts'
import { imports } from './en/imports.ts'
import { insights } from './en/insights.ts'
import { merge } from './en/merge.ts'
import { names } from './en/names.ts'
import { people } from './en/people.ts'
import { periods } from './en/periods.ts'
import { printed } from './en/printed.ts'
import { problems } from './en/problems.ts'
import { records } from './en/records.ts'
import { receipts } from './en/receipts.ts'
import { reports } from './en/reports.ts'
import { recurring } from './en/recurring.ts'
import { server } from './en/server.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { shopping } from './en/shopping.ts'
import { signIn } from './en/sign-in.ts'
import { splits } from './en/splits.ts'
import { start } from './en/start.ts'
import { transactions } from './en/transactions.ts'
import { transfers } from './en/transfers.ts'
import { webhooks } from './en/webhooks.ts'

export const en = {
  accounts,
  acts,
  backup,
  budgets,
  capture,
  common,
  conflicts,
  currencies,
  doctor,
  files,
  history,
  home,
  identity,
  imports,
  insights,
  merge,
  names,
  people,
  periods,
  printed,
  problems,
  records,
  receipts,
  reports,
  recurring,
  server,
  settings,
  shell,
  shopping,
  signIn,
  splits,
  start,
  transactions,
  transfers,
  webhooks,
}
