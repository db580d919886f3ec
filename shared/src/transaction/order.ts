/** How a list may be ordered; ties always go by id, newest first. */
export const orderKeys = ['date', 'amount', 'description'] as const
export type OrderKey = (typeof orderKeys)[number]

export type TransactionOrder = {
  readonly by: OrderKey
  readonly descending: boolean
}

export const newestFirst: TransactionOrder = { by: 'date', descending: true }

/** What an address says of the order; anything else is newest first. */
export function orderFromSearch(text: string | null): TransactionOrder {
  const [by, way] = (text ?? '').split('-')
  const key = orderKeys.find(each => each === by)
  return key === undefined ? newestFirst : { by: key, descending: way !== 'up' }
}

/** Nothing for newest first. */
export function orderToSearch(order: TransactionOrder): string | undefined {
  const { by, descending } = order
  if (by === 'date' && descending) return undefined
  return descending ? by : `${by}-up`
}

type Orderable = {
  readonly id: string
  readonly date: string
  readonly minor: number
  readonly description: string
}

/** For `sort`; the same order on every device. */
export function compareTransactions({ by, descending }: TransactionOrder) {
  const sign = descending ? -1 : 1
  return (a: Orderable, b: Orderable): number =>
    sign * compareBy(by, a, b) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

function compareBy(by: OrderKey, a: Orderable, b: Orderable): number {
  if (by === 'amount') return Math.abs(a.minor) - Math.abs(b.minor)
  return a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : 0
}
