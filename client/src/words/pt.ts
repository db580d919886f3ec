import { accounts } from './pt/accounts.ts'
import { acts } from './pt/acts.ts'
import { backup } from './pt/backup.ts'
import { budgets } from './pt/budgets.ts'
import { capture } from './pt/capture.ts'
import { common } from './pt/common.ts'
import { conflicts } from './pt/conflicts.ts'
import { currencies } from './pt/currencies.ts'
import { doctor } from './pt/doctor.ts'
import { files } from './pt/files.ts'
import { history } from './pt/history.ts'
import { home } from './pt/home.ts'
import { identity } from './pt/identity.ts'
import { imports } from './pt/imports.ts'
import { insights } from './pt/insights.ts'
import { merge } from './pt/merge.ts'
import { names } from './pt/names.ts'
import { people } from './pt/people.ts'
import { periods } from './pt/periods.ts'
import { printed } from './pt/printed.ts'
import { problems } from './pt/problems.ts'
import { records } from './pt/records.ts'
import { receipts } from './pt/receipts.ts'
import { reports } from './pt/reports.ts'
import { recurring } from './pt/recurring.ts'
import { server } from './pt/server.ts'
import { settings } from './pt/settings.ts'
import { shell } from './pt/shell.ts'
import { shopping } from './pt/shopping.ts'
import { signIn } from './pt/sign-in.ts'
import { splits } from './pt/splits.ts'
import { start } from './pt/start.ts'
import { transactions } from './pt/transactions.ts'
import { transfers } from './pt/transfers.ts'
import { webhooks } from './pt/webhooks.ts'

export const pt = {
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
