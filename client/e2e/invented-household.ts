/** A purchase or an income of a household that does not exist. */
export type Invented = {
  readonly date: string
  readonly description: string
  /** Without a sign; of which kind it is says the category. */
  readonly minor: number
  readonly category: string
  readonly member: 'Ana' | 'Rui'
  readonly account: 'Bank' | 'Purse'
  readonly tags?: readonly string[]
  readonly notes?: string
}

type Habit = Omit<Invented, 'date' | 'minor'> & {
  /** Days of the month on which it happens. */
  readonly days: readonly number[]
  readonly minor: number
  /** How far the amount strays, in percent. */
  readonly stray?: number
  /** Months of the year; every month where none are named. */
  readonly months?: readonly number[]
}

const ana = { member: 'Ana', account: 'Bank' } as const
const rui = { member: 'Rui', account: 'Bank' } as const
const cash = { member: 'Ana', account: 'Purse' } as const

const habits: readonly Habit[] = [
  {
    ...ana,
    days: [20],
    description: 'Salary',
    minor: 186_500,
    category: 'Salary',
  },
  {
    ...rui,
    days: [16],
    description: 'Salary',
    minor: 142_000,
    category: 'Salary',
  },
  {
    ...rui,
    days: [14],
    description: 'Translation for the museum',
    minor: 38_000,
    stray: 40,
    category: 'Other income',
    months: [2, 5, 6, 9, 11],
  },
  { ...ana, days: [1], description: 'Rent', minor: 84_000, category: 'Home' },
  {
    ...ana,
    days: [6],
    description: 'Electricity and gas',
    minor: 6_840,
    stray: 35,
    category: 'Bills',
  },
  {
    ...ana,
    days: [9],
    description: 'Water',
    minor: 2_115,
    stray: 15,
    category: 'Bills',
  },
  {
    ...rui,
    days: [12],
    description: 'Fibre and two phones',
    minor: 4_650,
    category: 'Bills',
  },
  {
    ...ana,
    days: [2],
    description: 'Metro pass',
    minor: 4_000,
    category: 'Transport',
  },
  {
    ...rui,
    days: [2],
    description: 'Metro pass',
    minor: 4_000,
    category: 'Transport',
  },
  {
    ...rui,
    days: [11, 24],
    description: 'Petrol',
    minor: 4_490,
    stray: 25,
    category: 'Transport',
  },
  {
    ...ana,
    days: [3, 10, 17, 22, 29],
    description: 'Central market',
    minor: 4_280,
    stray: 45,
    category: 'Groceries',
  },
  {
    ...rui,
    days: [5, 13, 20, 26],
    description: 'Green grocer',
    minor: 1_960,
    stray: 50,
    category: 'Groceries',
  },
  {
    ...cash,
    days: [4, 8, 12, 15, 19, 21, 28],
    description: 'Corner bakery',
    minor: 460,
    stray: 45,
    category: 'Groceries',
  },
  {
    ...cash,
    days: [7, 16, 21, 27],
    description: 'Coffee and cake',
    minor: 640,
    stray: 40,
    category: 'Eating out',
  },
  {
    ...rui,
    days: [7, 18, 20],
    description: 'Lunch with Marta',
    minor: 1_450,
    stray: 30,
    category: 'Eating out',
  },
  {
    ...ana,
    days: [15, 28],
    description: 'Dinner by the river',
    minor: 4_820,
    stray: 30,
    category: 'Eating out',
    tags: ['together'],
  },
  {
    ...ana,
    days: [18],
    description: 'Pharmacy',
    minor: 1_385,
    stray: 60,
    category: 'Health',
  },
  {
    ...rui,
    days: [9],
    description: 'Dentist',
    minor: 6_500,
    category: 'Health',
    months: [3, 10],
  },
  {
    ...ana,
    days: [14],
    description: 'Winter coat',
    minor: 8_990,
    stray: 30,
    category: 'Clothes',
    months: [1, 4, 7, 11],
  },
  {
    ...rui,
    days: [21],
    description: 'Cinema',
    minor: 1_560,
    stray: 10,
    category: 'Leisure',
    tags: ['together'],
  },
  {
    ...rui,
    days: [8],
    description: 'Swimming pool',
    minor: 3_200,
    category: 'Leisure',
  },
  {
    ...ana,
    days: [19],
    description: 'Books for the course',
    minor: 4_375,
    stray: 40,
    category: 'Education',
    tags: ['course'],
    months: [2, 9, 10, 11],
    notes: 'Half comes back from the school in January.',
  },
  {
    ...ana,
    days: [18],
    description: 'Birthday present for Inês',
    minor: 3_490,
    stray: 30,
    category: 'Gifts',
    months: [3, 6, 11, 12],
  },
  {
    ...ana,
    days: [5],
    description: 'Train to the coast',
    minor: 11_800,
    category: 'Leisure',
    months: [8],
    tags: ['holiday'],
  },
  {
    ...rui,
    days: [6, 8, 10],
    description: 'Beach house',
    minor: 23_500,
    category: 'Leisure',
    months: [8],
    tags: ['holiday'],
  },
  {
    ...ana,
    days: [12],
    description: 'Car insurance',
    minor: 38_400,
    category: 'Transport',
    months: [5],
  },
  {
    ...rui,
    days: [13],
    description: 'Presents for everybody',
    minor: 41_250,
    category: 'Gifts',
    months: [12],
  },
  {
    ...rui,
    days: [20],
    description: 'New bicycle',
    minor: 64_900,
    category: 'Leisure',
    months: [3],
  },
  {
    ...rui,
    days: [17],
    description: 'Washing machine repair',
    minor: 9_450,
    category: 'Home',
    months: [2, 11],
  },
]

/** What the household did in the months up to a day, the same at every call. */
export function inventedHousehold(
  until: string,
  months: number,
): readonly Invented[] {
  const year = Number(until.slice(0, 4))
  const month = Number(until.slice(5, 7))
  const random = randomFrom(20)
  const found: Invented[] = []
  for (let back = months - 1; back >= 0; back--) {
    const first = new Date(Date.UTC(year, month - 1 - back, 1))
    for (const habit of habits) {
      const { days, minor, stray = 0, months: some, ...rest } = habit
      if (some?.includes(first.getUTCMonth() + 1) === false) continue
      for (const day of days) {
        const away = 1 + ((random() * 2 - 1) * stray) / 100
        const date = `${first.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`
        const bought = { ...rest, date, minor: Math.round(minor * away) }
        if (date <= until && isDay(date)) found.push(bought)
      }
    }
  }
  return found
}

function isDay(date: string): boolean {
  const made = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(date)
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
