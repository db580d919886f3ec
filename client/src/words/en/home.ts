export const home = {
  title: 'Home',
  income: 'Income',
  spent: 'Spent',
  left: 'Left',
  lastMonths: 'Spent in the last twelve months',
  month: 'Month',
  asTable: 'Show as table',
  asChart: 'Show as chart',
  byCategory: 'Where it went this month',
  latest: 'Latest',
  seeAll: 'See all',
  emptyTitle: 'Nothing written yet',
  emptyWords:
    'Add your first expense, or bring in a file of your bank or of the earlier system.',
  nothingSpent: 'Nothing spent yet',
  addFirst: 'Add an expense',
  bringFile: 'Bring in a file',
} as const
