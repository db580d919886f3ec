import {
  phrases,
  wordSet,
  type QuickWords,
  type Shift,
  type Verb,
} from './quick-words.ts'

const weekdays = [
  ['monday', 'mon'],
  ['tuesday', 'tue,tues'],
  ['wednesday', 'wed,weds'],
  ['thursday', 'thu,thur,thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
] as const

const months = [
  'january,jan',
  'february,feb',
  'march,mar',
  'april,apr',
  'may',
  'june,jun',
  'july,jul',
  'august,aug',
  'september,sep,sept',
  'october,oct',
  'november,nov',
  'december,dec',
] as const

const small =
  'zero one two three four five six seven eight nine ten eleven twelve ' +
  'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'

const isFirst = true
const stays = true

export const english: QuickWords = {
  verbs: new Map([
    ...verbs('spent,spent on,paid,paid for,bought,purchased,cost me,dropped', {
      does: 'expense',
    }),
    ...verbs('spend,pay,pay for,buy,expense,gave,give', {
      does: 'expense',
      isFirst,
    }),
    ...verbs('received,recieved,got paid,earned,paid me,gave me,sent me', {
      does: 'income',
    }),
    ...verbs('receive,got,get,earn,income,was paid', {
      does: 'income',
      isFirst,
    }),
    ...verbs('sold,won,borrowed', { does: 'income', stays, isFirst }),
    ...verbs('refund,refunded,got back,money back,returned', {
      does: 'refund',
      stays,
    }),
    ...verbs('transferred,transfered', { does: 'transfer' }),
    ...verbs('transfer,move,moved,send,sent,put,top up,topped up', {
      does: 'transfer',
      isWeak: true,
    }),
    ...verbs('withdrew,withdraw,withdrawal,cash withdrawal', {
      does: 'withdraw',
    }),
    ...verbs('took,take', { does: 'withdraw', isWeak: true }),
    ...verbs('deposit,deposited,save,saved,set aside', {
      does: 'deposit',
      isWeak: true,
    }),
  ]),
  beforeVerbs: wordSet("i we i've ive we've just have had has i'd"),
  accountTypes: new Map([
    ...phrases('cash,wallet,purse', 'cash' as const),
    ...phrases('bank,current account,checking', 'bank' as const),
    ...phrases('card,credit card,debit card,credit', 'card' as const),
    ...phrases('savings,saving', 'savings' as const),
    ...phrases('loan', 'loan' as const),
  ]),
  cash: 'cash',
  accountWords: wordSet('account acct acc'),
  articles: wordSet('the my our'),
  beforeAccount: wordSet('with by from via using on in into'),
  fromAccount: wordSet('from of'),
  toAccount: wordSet('to into in → onto'),
  beforePayee: wordSet('at in from to @'),
  beforeMember: new Map(phrases('for,by', true as const)),
  beforeCategory: new Map([
    ...phrases('in,under,as', 'exact' as const),
    ...phrases('category,cat,in category', 'sure' as const),
  ]),
  beforeAmount: wordSet(
    'for at of cost costs costing was is came to worth total about around approx ~ =',
  ),
  beforeDate: wordSet('on from since at of by the'),
  leading: wordSet(
    'out at the on for in to from of a an some my our was is and',
  ),
  trailing: wordSet('at the on for in to from of a an and with by was is'),
  trailingPairs: new Set(['got back']),
  days: new Map<string, Shift>([
    ...phrases('day before yesterday,the day before yesterday', days(-2)),
    ...phrases('yesterday,last night', days(-1)),
    ...phrases(
      'today,tonight,just now,this morning,this afternoon,this evening',
      days(0),
    ),
    ...phrases('tomorrow', days(1)),
    ...phrases('last week', days(-7)),
    ...phrases('last month', { unit: 'month', by: -1 } as const),
  ]),
  partsOfDay: new Map(
    phrases(
      'morning,afternoon,evening,night,at night,in the morning,at lunch,at lunchtime',
      true as const,
    ),
  ),
  weekdays: new Map(
    weekdays.flatMap(([whole, short], index) => [
      ...phrases(whole, { day: index + 1, isDoubtful: false }),
      ...phrases(short, { day: index + 1, isDoubtful: true }),
    ]),
  ),
  beforeWeekday: wordSet('on last this next past'),
  lastWords: wordSet('last past'),
  nextWords: wordSet('next'),
  months: new Map(
    months.flatMap((names, index) =>
      names
        .split(',')
        .map(name => [name, { month: index + 1, isShort: name.length < 4 }]),
    ),
  ),
  beforeDayOfMonth: wordSet('the'),
  ago: wordSet('ago'),
  beforeAgo: wordSet(''),
  ahead: new Map(phrases('in', true as const)),
  spans: new Map<string, { unit: 'day' | 'week' | 'month' }>([
    ...phrases('day,days', { unit: 'day' } as const),
    ...phrases('week,weeks', { unit: 'week' } as const),
    ...phrases('month,months', { unit: 'month' } as const),
  ]),
  numbers: new Map([
    ...small.split(' ').map((word, value) => [word, value] as const),
    ...tens.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
    ['a', 1] as const,
    ['an', 1] as const,
    ['fourty', 40] as const,
    ['fiver', 5] as const,
    ['tenner', 10] as const,
    ['hundred', 100] as const,
  ]),
  notAlone: wordSet('a an one zero'),
  and: wordSet('and'),
  thousand: wordSet('thousand grand'),
  currencies: new Map([
    ...phrases('euro,euros', 'EUR'),
    ...phrases('dollar,dollars,bucks,buck', 'dollar'),
    ...phrases('pound,pounds,quid', 'GBP'),
    ...phrases('franc,francs', 'CHF'),
    ...phrases('reais', 'BRL'),
    ...phrases('yen', 'JPY'),
  ]),
  cents: wordSet('cent cents pence penny'),
  units: wordSet(
    'kg g gr l lt ltr ml cl km m cm h hr hrs min mins pm am x pcs pack ' +
      'litre litres liter liters kilo kilos people persons night nights day ' +
      'days week weeks month months year years hours hour th st nd rd',
  ),
  each: wordSet('each apiece'),
  prepositions: wordSet('at on for in to from of with'),
  head: 'last',
}

function verbs(text: string, verb: Verb) {
  return phrases(text, verb)
}

function days(by: number): Shift {
  return { unit: 'day', by }
}
