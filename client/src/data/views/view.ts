import type {
  BalancesAnswer,
  BalancesQuery,
  StatementAnswer,
  StatementQuery,
} from './accounts.ts'
import type { BatchesAnswer, BatchesQuery } from './batches.ts'
import type { ActsAnswer, ActsQuery, WorkAnswer, WorkQuery } from './acts.ts'
import type {
  LookupsAnswer,
  LookupsQuery,
  MergeSizeAnswer,
  MergeSizeQuery,
  NamesAnswer,
  NamesQuery,
} from './names.ts'
import type {
  ActivityAnswer,
  ActivityQuery,
  ConflictsAnswer,
  ConflictsQuery,
  HistoryAnswer,
  HistoryQuery,
  TrashAnswer,
  TrashQuery,
} from './past.ts'
import type {
  CurrenciesAnswer,
  CurrenciesQuery,
  RateOnAnswer,
  RateOnQuery,
  RatesAnswer,
  RatesQuery,
} from './rates.ts'
import type {
  BudgetKeepingAnswer,
  BudgetKeepingQuery,
  BudgetProgressAnswer,
  BudgetProgressQuery,
  BudgetSuggestionAnswer,
  BudgetSuggestionQuery,
  GoalProgressAnswer,
  GoalProgressQuery,
} from './plans.ts'
import type { InsightsAnswer, InsightsQuery } from './insights.ts'
import type {
  FoundRecurringAnswer,
  FoundRecurringQuery,
  OccurrencesAnswer,
  OccurrencesQuery,
  RecurringAnswer,
  RecurringQuery,
} from './recurring.ts'
import type {
  ReceiptsAnswer,
  ReceiptsQuery,
  RecordAnswer,
  RecordQuery,
} from './record.ts'
import type {
  BalancesOverAnswer,
  BalancesOverQuery,
  LargestAnswer,
  LargestQuery,
  SettleUpAnswer,
  SettleUpQuery,
  SumsAnswer,
  SumsQuery,
} from './reports.ts'
import type { OutlookAnswer, OutlookQuery } from './outlook.ts'
import type { RulesAnswer, RulesQuery } from './rules.ts'
import type { ShoppingAnswer, ShoppingQuery } from './shopping.ts'
import type {
  LastUsesAnswer,
  LastUsesQuery,
  SuggestionAnswer,
  SuggestionQuery,
} from './suggestions.ts'
import type { MonthsAnswer, MonthsQuery } from './sums.ts'
import type { SyncAnswer, SyncQuery } from './sync.ts'
import type { UnusualAnswer, UnusualQuery } from './unusual.ts'
import type { UnsyncedAnswer, UnsyncedQuery } from './unsynced.ts'
import type {
  PairsAnswer,
  PairsQuery,
  TransactionsAnswer,
  TransactionsQuery,
} from './transactions.ts'

export type ViewQuery =
  | TransactionsQuery
  | MonthsQuery
  | LookupsQuery
  | NamesQuery
  | MergeSizeQuery
  | RecordQuery
  | SuggestionQuery
  | PairsQuery
  | CurrenciesQuery
  | RatesQuery
  | RateOnQuery
  | LastUsesQuery
  | SyncQuery
  | UnsyncedQuery
  | ActsQuery
  | WorkQuery
  | ShoppingQuery
  | RecurringQuery
  | OccurrencesQuery
  | FoundRecurringQuery
  | InsightsQuery
  | BudgetProgressQuery
  | BudgetKeepingQuery
  | BudgetSuggestionQuery
  | GoalProgressQuery
  | BalancesQuery
  | StatementQuery
  | ReceiptsQuery
  | ConflictsQuery
  | HistoryQuery
  | TrashQuery
  | ActivityQuery
  | BatchesQuery
  | RulesQuery
  | SumsQuery
  | LargestQuery
  | SettleUpQuery
  | BalancesOverQuery
  | OutlookQuery
  | UnusualQuery

type Answers = {
  transactions: TransactionsAnswer
  months: MonthsAnswer
  lookups: LookupsAnswer
  names: NamesAnswer
  mergeSize: MergeSizeAnswer
  record: RecordAnswer
  suggestion: SuggestionAnswer
  pairs: PairsAnswer
  currencies: CurrenciesAnswer
  rates: RatesAnswer
  rateOn: RateOnAnswer
  lastUses: LastUsesAnswer
  sync: SyncAnswer
  unsynced: UnsyncedAnswer
  acts: ActsAnswer
  work: WorkAnswer
  shopping: ShoppingAnswer
  recurring: RecurringAnswer
  occurrences: OccurrencesAnswer
  foundRecurring: FoundRecurringAnswer
  insights: InsightsAnswer
  budgetProgress: BudgetProgressAnswer
  budgetKeeping: BudgetKeepingAnswer
  budgetSuggestion: BudgetSuggestionAnswer
  goalProgress: GoalProgressAnswer
  balances: BalancesAnswer
  statement: StatementAnswer
  receipts: ReceiptsAnswer
  conflicts: ConflictsAnswer
  history: HistoryAnswer
  trash: TrashAnswer
  activity: ActivityAnswer
  batches: BatchesAnswer
  rules: RulesAnswer
  sums: SumsAnswer
  largest: LargestAnswer
  settleUp: SettleUpAnswer
  balancesOver: BalancesOverAnswer
  outlook: OutlookAnswer
  unusual: UnusualAnswer
}

export type AnswerOf<Query extends ViewQuery> = Answers[Query['view']]

/** A live answer: `subscribe` calls back after each new one, and when there is none. */
export type View<Answer> = {
  readonly subscribe: (listener: () => void) => () => void
  readonly latest: () => Answer | undefined
  /** Why it could not be answered when it was asked last; the answer before it stays. */
  readonly failure: () => unknown
  readonly close: () => void
}
