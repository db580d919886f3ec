import type { RateIssue } from '@ourmoney/shared/rate/read-rate.ts'
import type { RateRowIssue } from '@ourmoney/shared/rate/day-rates.ts'
import type { RatesFileIssue } from '../../data/files.ts'

export const currencies = {
  title: 'Currencies',
  words:
    'Amounts stay in the currency they were paid in. Totals are in {{currency}}, each amount by the rate of its day.',
  inUse: 'In this ledger',
  base: 'Totals are in it',
  changeBase: 'Change',
  transactions_one: '{{count, number}} transaction',
  transactions_other: '{{count, number}} transactions',
  lacking_one: '{{count, number}} without a rate',
  lacking_other: '{{count, number}} without a rate',
  noRateNow: 'No rate of the last 7 days',
  onlyBase:
    'Everything here is in {{currency}}. You need rates once an amount is in another currency: an account in it, a purchase abroad.',
  equation: '1 {{base}} = {{rate}} {{quote}}',
  without_one:
    'Without {{count, number}} transaction in {{currencies}}: no rate',
  without_other:
    'Without {{count, number}} transactions in {{currencies}}: no rate',
  lacksRate: 'No rate: left out of totals',
  fill_one: 'Fill in the rate for {{count, number}} transaction',
  fill_other: 'Fill in rates for {{count, number}} transactions',
  fillWords_one:
    '{{count, number}} transaction lacks a rate, and there is one for its day now.',
  fillWords_other:
    '{{count, number}} transactions lack a rate, and there are some for their days now.',
  filled_one: 'Filled in {{count, number}} rate',
  filled_other: 'Filled in {{count, number}} rates',
  rates: 'Rates',
  noRatesTitle: 'No rates yet',
  noRatesWords:
    'Bring in the reference rates of the European Central Bank as a file, or write one yourself.',
  ratesOf: '{{one}} and {{other}}',
  rateCount_one: '{{count, number}} rate',
  rateCount_other: '{{count, number}} rates',
  until: 'Until',
  older: 'Show older ones',
  noneUntil: 'No rate until that day',
  byHand: 'by hand',
  fromFile: 'file',
  back: 'All currencies',
  add: 'Add a rate',
  edit: 'Edit rate',
  rateOfDay: 'Rate of {{date}}',
  from: 'From',
  to: 'To',
  rate: 'Rate',
  oneIs: '1 {{base}} in {{quote}}',
  turned: 'Kept as 1 {{base}} = {{rate}} {{quote}}, which is more exact.',
  alreadyThere: 'There is a rate by hand for that day; saving changes it.',
  date: 'Day',
  added: 'Rate added',
  changed: 'Rate changed',
  deleted: 'Rate deleted',
  deleteOf: 'Delete the rate of {{date}}',
  editOf: 'Edit the rate of {{date}}',
  import: 'Bring in a file',
  importTitle: 'Bring in rates',
  importWords:
    'The euro reference rates of the European Central Bank, as CSV (unpacked) or XML: of one day, of 90 days, or of all years. The file is read on this device; nothing is sent anywhere.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  looking: 'Looking into {{name}}',
  found: '{{days}} days, {{first}} to {{last}}, {{currencies}} currencies.',
  whichCurrencies: 'Currencies',
  used: 'Used in this ledger',
  others: 'Others',
  noneUsed:
    'The ledger uses none of the currencies in this file besides {{base}}.',
  range: 'Days',
  rangeWords: 'A week before your first transaction is enough.',
  wrongRange: 'The first day is after the last.',
  upTo_one: 'Up to {{count, number}} rate',
  upTo_other: 'Up to {{count, number}} rates',
  many: 'That is a lot: every device of the ledger keeps all of them.',
  bring: 'Bring in',
  reading: 'Bringing in {{name}}',
  progress: '{{days}} days, {{added}} rates added',
  done: '{{name}} is in your ledger',
  cancelled: 'Stopped. What was added stays; the same file brings the rest.',
  rateAdded_one: '{{count, number}} rate added',
  rateAdded_other: '{{count, number}} rates added',
  rateKnown_one: '{{count, number}} was here already',
  rateKnown_other: '{{count, number}} were here already',
  rateChanged_one: '{{count, number}} is different here and stays as it is',
  rateChanged_other:
    '{{count, number}} are different here and stay as they are',
  rateDeleted_one:
    '{{count, number}} was deleted here before and stays deleted',
  rateDeleted_other:
    '{{count, number}} were deleted here before and stay deleted',
  rateMissing_one: 'For {{count, number}} the file has no number',
  rateMissing_other: 'For {{count, number}} the file has no number',
  rateUnreadable_one: '{{count, number}} could not be read',
  rateUnreadable_other: '{{count, number}} could not be read',
  line: 'Line',
  why: 'Why',
  says: 'What it says',
  'row_not-a-date': 'This is not a day',
  'row_not-a-rate': 'The number is missing, zero or unreadable',
  'row_not-a-currency': 'This is not a currency code',
  'file_not-rates':
    '{{name}} is not a file of rates: a table that begins with Date and currency codes, or the bank’s XML, was expected. Line {{line}} says: {{found}}',
  'file_not-in-euros':
    '{{name}} has a column EUR, so its numbers are not for one euro.',
  'file_cut-short':
    '{{name}} is not whole: it breaks off in line {{line}}. Fetch it again.',
  'file_has-markup':
    '{{name}} has a part in line {{line}} that a file of rates does not need and that may do harm. It is not read.',
  'file_is-zip':
    '{{name}} is a ZIP archive. Unpack it and choose the file that is inside.',
  'file_too-large': '{{name}} is too large for a file of rates.',
  rate_empty: 'Write a rate.',
  'rate_not-a-rate': 'This is not a rate. Write a number: 0.92',
  rate_zero: 'A rate of zero makes nothing of everything.',
  'rate_too-large': 'This rate is too large.',
  'rate_same-currency': 'Choose two different currencies.',
  noDate: 'Choose a day.',
  inBase: 'In {{currency}}',
  ownRate: 'given with it',
  changeRate: 'Change',
  noRateYet: 'No rate for this day: totals leave it out.',
  giveRate: 'Give one',
  automatic: 'Use the rate of the day',
  byCurrency: 'By currency',
  baseTitle: 'Totals in {{currency}}',
  baseWords:
    'No amount changes: each stays in the currency it was written in. Totals are shown in {{currency}} from now on, on every device of this ledger.',
  baseLeft_one:
    '{{count, number}} transaction in another currency counts once there is a rate to {{currency}} for its day. Until then totals leave it out and say so.',
  baseLeft_other:
    '{{count, number}} transactions in other currencies count once there are rates to {{currency}} for their days. Until then totals leave them out and say so.',
  baseNew: 'New transactions are in the currency of their account.',
  changeTo: 'Change to {{currency}}',
} as const satisfies Record<
  | `row_${RateRowIssue['code']}`
  | `file_${RatesFileIssue['code']}`
  | `rate_${RateIssue}`,
  string
> &
  Record<string, string>
