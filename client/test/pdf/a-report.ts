import type { PdfBatch, PdfReport } from '../../src/pdf/content.ts'

const months = [
  'Jan\n2026',
  ...'Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
]

/** Numbers that look like those of a household, the same each time. */
export function someMinors(count: number, around: number, seed: number) {
  return Array.from({ length: count }, (_, at) => {
    const wave = Math.sin(seed * 7.3 + at * 1.7) + Math.sin(seed + at * 0.6)
    return Math.round(around * (1 + wave * 0.25))
  })
}

const categories = [
  'Housing',
  'Food and household',
  'Transport',
  'Health',
  'Children and school',
  'Free time',
  'Clothes',
  'Insurance',
  'Gifts and donations',
]

const minorsOf = categories.map((_, at) =>
  someMinors(
    12,
    [95_000, 62_000, 21_000, 9_000, 18_000, 14_000, 8_000, 11_000, 5_000][at] ??
      0,
    at + 1,
  ),
)
const sum = (minors: readonly number[]) =>
  minors.reduce((all, each) => all + each, 0)
const spent = months.map((_, at) =>
  sum(minorsOf.map(minors => minors[at] ?? 0)),
)
const earned = someMinors(12, 320_000, 42)

/** A year of a household, with every kind of chart. */
export function aReport(changes: Partial<PdfReport> = {}): PdfReport {
  return {
    title: 'Our home, 2026',
    language: 'en',
    locale: 'en-GB',
    currency: 'EUR',
    paper: 'a4',
    madeAt: Date.UTC(2026, 10, 27, 12),
    words: {
      cover: 'Cover',
      contents: 'Contents',
      pageOf: 'Page {page} of {pages}',
      continued: '(continued)',
      marked:
        'The mark {mark} stands for letters that this document has no font for.',
    },
    cover: {
      kind: 'Household report',
      name: 'Our home',
      period: 'January – December 2026',
      figures: [
        { name: 'Income', value: '€38,412.55', note: '+3.2% against 2025' },
        { name: 'Spent', value: '€29,161.20', note: '−1.4% against 2025' },
        { name: 'Left', value: '€9,251.35', note: '€7,604.10 in 2025' },
        { name: 'Saved', value: '24.1%', note: '20.4% in 2025' },
      ],
      chartName: 'Income and spending by month',
      chart: {
        kind: 'columns',
        labels: months,
        isStacked: false,
        series: [
          { name: 'Income', tone: 'income', minors: earned },
          { name: 'Spent', tone: 'expense', minors: spent },
        ],
        line: {
          name: 'Left',
          minors: earned.map((each, at) => each - (spent[at] ?? 0)),
        },
      },
      facts: [
        { name: 'Most was spent on', value: 'Housing, €11,412.03 (39%)' },
        {
          name: 'Largest expense',
          value: 'Washing machine, €749.00, 14 Mar 2026',
        },
        { name: 'In all accounts at the end', value: '€24,310.08' },
        { name: 'Transactions', value: '1,204' },
      ],
      notes: [
        'Made on 27 November 2026 on this device. Transfers between own accounts are neither income nor spending; refunds make spending less.',
      ],
    },
    parts: [
      {
        title: 'Spending',
        sections: [
          {
            question: 'Where do I spend most?',
            answer:
              'You spent €29,161.20 in 2026, the most on Housing: €11,412.03, which is 39% of all.',
            notes: ['That is €412.20 (1.4%) less than in 2025.'],
            chart: {
              kind: 'bars',
              tone: 'expense',
              beforeName: '2025',
              bars: categories.map((name, at) => ({
                name,
                minor: sum(minorsOf[at] ?? []),
                beforeMinor: Math.round(
                  sum(minorsOf[at] ?? []) * (0.8 + at * 0.05),
                ),
                note: `${40 - at * 4}%`,
              })),
            },
            table: {
              currency: 'EUR',
              columns: [
                { name: 'Category', kind: 'text' },
                { name: 'Transactions', kind: 'count' },
                { name: 'Share', kind: 'share' },
                { name: 'Spent', kind: 'money' },
                { name: '2025', kind: 'money', isBare: true },
                { name: 'Change', kind: 'change' },
              ],
              rows: categories.flatMap((name, at) => [
                {
                  cells: [
                    name,
                    40 - at,
                    3_900 - at * 400,
                    sum(minorsOf[at] ?? []),
                    120_000,
                    -3_000 + at * 900,
                  ],
                },
                ...(at < 2
                  ? [
                      {
                        level: 1,
                        cells: ['Rent', 12, 2_000, 700_000, 650_000, 50_000],
                      },
                      {
                        level: 1,
                        cells: [
                          'Electricity and gas, water, and all that comes with a flat',
                          12,
                          2_000,
                          70_000,
                          0,
                          70_000,
                        ],
                      },
                    ]
                  : []),
              ]),
              sum: {
                cells: [
                  'All together',
                  301,
                  10_000,
                  2_916_120,
                  2_957_340,
                  -41_220,
                ],
              },
            },
          },
          {
            question: 'How much did I spend in the last months?',
            answer:
              'On average €2,430.10 a month; the most in March, the least in August.',
            notes: [],
            chart: {
              kind: 'columns',
              labels: months,
              isStacked: false,
              series: [{ name: 'Spent', tone: 'expense', minors: spent }],
              mean: { name: 'Mean', minor: Math.round(sum(spent) / 12) },
            },
            table: {
              currency: 'EUR',
              columns: [
                { name: 'Month', kind: 'text' },
                { name: 'Income', kind: 'money' },
                { name: 'Spent', kind: 'money' },
                { name: 'Left', kind: 'change' },
                { name: 'Saved', kind: 'share' },
              ],
              rows: months.map((month, at) => ({
                cells: [
                  month.replace('\n', ' '),
                  earned[at],
                  spent[at],
                  (earned[at] ?? 0) - (spent[at] ?? 0),
                  2_100 + at * 10,
                ],
              })),
              sum: {
                cells: [
                  'All together',
                  sum(earned),
                  sum(spent),
                  sum(earned) - sum(spent),
                  2_410,
                ],
              },
            },
          },
          {
            question: 'How did each category evolve by month?',
            answer:
              'Housing came to the most; Transport went furthest above its average in November.',
            notes: [],
            chart: {
              kind: 'multiples',
              labels: months,
              tone: 'expense',
              charts: categories.map((name, at) => ({
                name,
                minors: minorsOf[at] ?? [],
                note: '€11,412.03',
              })),
            },
            table: {
              currency: 'EUR',
              columns: [
                { name: 'Category', kind: 'text' },
                ...months.map(name => ({
                  name: name.replace('\n', ' '),
                  kind: 'money' as const,
                  isBare: true,
                })),
                { name: 'Sum', kind: 'money', isBare: true },
              ],
              rows: categories.map((name, at) => ({
                cells: [name, ...(minorsOf[at] ?? []), sum(minorsOf[at] ?? [])],
              })),
              sum: { cells: ['All together', ...spent, sum(spent)] },
            },
          },
          {
            question: 'Has my pattern changed against earlier months?',
            answer:
              'Food and household recurs every week; Free time moved to the end of the month.',
            notes: [],
            chart: {
              kind: 'heat',
              labels: Array.from(
                { length: 13 },
                (_, at) => `${1 + ((at * 7) % 28)}`,
              ),
              groups: [
                { name: 'September', count: 4 },
                { name: 'October', count: 5 },
                { name: 'November', count: 4 },
              ],
              markName: 'In this week of each of the three months',
              rows: categories.map((name, at) => ({
                name,
                minors: someMinors(13, 20_000 / (at + 1), at).map(
                  (each, week) => ((week + at) % 4 === 0 ? 0 : each),
                ),
                marks: Array.from(
                  { length: 13 },
                  (_, week) => (week + at) % 5 === 1,
                ),
              })),
            },
          },
          {
            question: 'How did each category grow on each other?',
            answer: 'A stack of parts.',
            notes: [],
            chart: {
              kind: 'columns',
              labels: months,
              isStacked: true,
              series: categories
                .slice(0, 8)
                .map((name, at) => ({ name, minors: minorsOf[at] ?? [] })),
            },
          },
        ],
      },
      {
        title: 'Plans',
        sections: [
          {
            question: 'How much is left in each budget this month?',
            answer: 'Of four budgets one is over: Free time, by €24.10.',
            notes: [
              'The line marks where you would be if you spent the same each day.',
            ],
            chart: {
              kind: 'meters',
              meters: [
                {
                  name: 'Food and household',
                  minor: 41_000,
                  ofMinor: 60_000,
                  note: '€410.00 of €600.00, €190.00 left',
                  isLimit: true,
                  pace: 0.87,
                },
                {
                  name: 'Free time',
                  minor: 17_410,
                  ofMinor: 15_000,
                  note: '€174.10 of €150.00, €24.10 over',
                  isLimit: true,
                  pace: 0.87,
                },
                {
                  name: 'Clothes',
                  minor: 0,
                  ofMinor: 8_000,
                  note: '€0.00 of €80.00, €80.00 left',
                  isLimit: true,
                  pace: 0.87,
                },
                {
                  name: 'Holiday in the mountains',
                  minor: 92_000,
                  ofMinor: 150_000,
                  note: '€920.00 of €1,500.00 (goal)',
                  isLimit: false,
                },
              ],
            },
          },
          {
            question: 'How much is in the accounts?',
            answer:
              'All accounts together hold €24,310.08; in March it will likely be between €24,800 and €27,300.',
            notes: [],
            chart: {
              kind: 'lines',
              labels: [...months, 'Jan\n2027', 'Feb', 'Mar'],
              series: [
                {
                  name: 'All accounts',
                  minors: [
                    ...someMinors(12, 2_000_000, 3),
                    2_100_000,
                    2_150_000,
                    2_200_000,
                  ],
                },
                { name: 'Savings', minors: someMinors(15, 1_200_000, 5) },
                { name: 'Current account', minors: someMinors(15, 700_000, 8) },
              ],
              band: {
                name: '80% likely',
                from: 12,
                lowMinors: [1_900_000, 1_850_000, 1_800_000],
                highMinors: [2_300_000, 2_450_000, 2_600_000],
              },
            },
          },
        ],
      },
    ],
    appendix: {
      title: 'All transactions',
      note: 'Every transaction of the period, the oldest first. Amounts are as the account sees them; parts of a split one stand below it.',
      columns: {
        date: 'Date',
        description: 'Description',
        category: 'Category',
        account: 'Account',
        amount: 'Amount',
      },
    },
    ...changes,
  }
}

const names = [
  'Mercado Central',
  'Café do Bairro',
  'Metro card',
  'Electricity',
  'Наталья Ивановна',
  'Ταβέρνα Ελλάδα',
  'Farmácia São José, Rua das Flores 12, with something more to say',
  'קפה תל אביב 12',
  'مقهى لشبونة',
  '寿司レストラン',
  '🛒 Groceries',
  'Žižka ₹ ₴ £',
]

export function batchesOf(count: number): readonly PdfBatch[] {
  const each = Math.ceil(count / 12)
  return Array.from({ length: 12 }, (_, month): PdfBatch => ({
    month: {
      name: `${months[month]?.split('\n')[0]} 2026`,
      note: `${each} transactions, in €3,200.00, out €2,430.10`,
    },
    transactions: Array.from(
      { length: Math.min(each, count - month * each) },
      (_, at) => ({
        date: `2026-${String(month + 1).padStart(2, '0')}-${String(1 + Math.floor((at * 28) / each)).padStart(2, '0')}`,
        description: `${names[at % names.length]}`,
        payee: at % 5 === 0 ? 'Mercado Central' : '',
        category: at % 7 === 0 ? 'Food and household › Groceries' : 'Transport',
        account: at % 9 === 0 ? 'Current account → Savings' : 'Current account',
        minor: -((at * 7_919) % 12_000) - month,
        currency: at % 97 === 0 ? 'USD' : 'EUR',
        isTransfer: at % 9 === 0,
        parts:
          at % 50 === 1
            ? [
                { category: 'Home', minor: -1_000 },
                { category: 'Food and household › Groceries', minor: -200 },
              ]
            : [],
      }),
    ),
  }))
}
