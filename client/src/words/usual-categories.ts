/** What a new ledger begins with; named in the language of who starts it. */
export const usualCategories = [
  {
    words: 'start.catFood',
    type: 'expense',
    icon: 'shopping',
    colour: '#00b37e',
  },
  {
    words: 'start.catRestaurant',
    type: 'expense',
    icon: 'restaurant',
    colour: '#f59e0b',
  },
  { words: 'start.catHome', type: 'expense', icon: 'home', colour: '#3b82f6' },
  { words: 'start.catBills', type: 'expense', icon: 'bolt', colour: '#eab308' },
  {
    words: 'start.catTransport',
    type: 'expense',
    icon: 'bus',
    colour: '#14b8a6',
  },
  {
    words: 'start.catHealth',
    type: 'expense',
    icon: 'health',
    colour: '#ef4444',
  },
  {
    words: 'start.catClothes',
    type: 'expense',
    icon: 'hanger',
    colour: '#ec4899',
  },
  {
    words: 'start.catLeisure',
    type: 'expense',
    icon: 'movie',
    colour: '#a855f7',
  },
  {
    words: 'start.catEducation',
    type: 'expense',
    icon: 'school',
    colour: '#6366f1',
  },
  { words: 'start.catGifts', type: 'expense', icon: 'gift', colour: '#f43f5e' },
  { words: 'start.catOther', type: 'expense', icon: 'dots', colour: '#64748b' },
  {
    words: 'start.catSalary',
    type: 'income',
    icon: 'briefcase',
    colour: '#00b37e',
  },
  {
    words: 'start.catOtherIncome',
    type: 'income',
    icon: 'coins',
    colour: '#14b8a6',
  },
] as const
