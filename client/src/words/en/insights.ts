/** What is news, one sentence each. */
export const insights = {
  title: 'What is news',
  all: 'All news',
  looking: 'Looking for what is news',
  none: 'Nothing out of the ordinary.',
  noneWords:
    'Here stands what changed: larger expenses than usual, payments that came anew or became dearer, budgets that run out, and what went well.',
  putAwayOf: 'Put away: {{what}}',
  away_one: '{{count, number}} put away',
  away_other: '{{count, number}} put away',
  bringBackOf: 'Bring back: {{what}}',
  kind_mover: 'Moved',
  kind_unusual: 'Unusual',
  'kind_new-payment': 'New payment',
  'kind_risen-payment': 'Dearer',
  'kind_over-pace': 'Budget',
  'kind_best-month': 'Best month',
  kind_streak: 'In a row',
  moverMore:
    '{{amount}} went on {{name}} so far, {{change}} more than in as many days of {{before}}.',
  moverLess:
    '{{amount}} went on {{name}} so far, {{change}} less than in as many days of {{before}}.',
  unusualPayee:
    '{{amount}} for {{name}} on {{date}} is far more than the usual {{usual}} there.',
  unusualCategory:
    '{{amount}} for {{name}} on {{date}} is far more than the usual {{usual}} in {{category}}.',
  newPayment:
    '{{name}} seems to recur since {{date}}: {{amount}} each time, {{yearly}} a year.',
  risenPayment:
    '{{name}} costs {{amount}} since {{date}}, {{before}} before: {{yearly}} more a year.',
  over_one:
    '{{name}} is over: {{spent}} of {{available}}, with {{count, number}} day to go.',
  over_other:
    '{{name}} is over: {{spent}} of {{available}}, with {{count, number}} days to go.',
  fast: '{{name}} runs ahead: as it goes, {{projected}} of {{available}} by the end.',
  bestMonth:
    '{{month}} was the best of {{count, number}} months: {{amount}} was left, usually {{usual}}.',
  kept: '{{name}} was kept {{count, number}} times in a row.',
  saved: 'Something was left {{count, number}} months in a row.',
} as const
