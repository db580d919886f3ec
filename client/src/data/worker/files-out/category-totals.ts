import type { OutRow } from '../read-model/out-rows.ts'

type Sum = {
  readonly currency: string
  readonly category: string
  /** The line below those of its currency. */
  readonly isWhole: boolean
  readonly incomeMinor: number
  readonly expenseMinor: number
  readonly count: number
}

/** Sums rows as they go by, by currency and category; transfers are neither income nor spent. */
export function categoryTotals() {
  const byCurrency = new Map<string, Map<string, Sum>>()

  function sumOf(currency: string, category: string): Sum {
    return (
      byCurrency.get(currency)?.get(category) ?? {
        currency,
        category,
        isWhole: false,
        incomeMinor: 0,
        expenseMinor: 0,
        count: 0,
      }
    )
  }

  return {
    add: ({ type, currency, category, minor }: OutRow): void => {
      if (type === 'transfer') return
      const before = sumOf(currency, category)
      const sums = byCurrency.get(currency) ?? new Map<string, Sum>()
      sums.set(category, {
        ...before,
        incomeMinor: before.incomeMinor + (type === 'income' ? minor : 0),
        expenseMinor: before.expenseMinor - (type === 'expense' ? minor : 0),
        count: before.count + 1,
      })
      byCurrency.set(currency, sums)
    },
    /** Currencies and categories by name, the whole of a currency after its categories. */
    sums: (): readonly Sum[] =>
      [...byCurrency]
        .sort(([a], [b]) => a.localeCompare(b))
        .flatMap(([currency, sums]) => {
          const each = [...sums.values()].sort((a, b) =>
            a.category.localeCompare(b.category),
          )
          const add = (field: 'incomeMinor' | 'expenseMinor' | 'count') =>
            each.reduce((sum, one) => sum + one[field], 0)
          return [
            ...each,
            {
              currency,
              category: '',
              isWhole: true,
              incomeMinor: add('incomeMinor'),
              expenseMinor: add('expenseMinor'),
              count: add('count'),
            },
          ]
        }),
  }
}
