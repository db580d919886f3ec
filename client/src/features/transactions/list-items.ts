import type { DaySpan } from '../../data/views/transactions.ts'

export type ListItem =
  | { readonly kind: 'day'; readonly day: DaySpan }
  | {
      readonly kind: 'row'
      readonly row: number
      /** Of its day, or of the list. */
      readonly isFirst: boolean
      readonly isLast: boolean
    }

/** In pixels. */
export type Heights = { readonly day: number; readonly row: number }

/** Days and their rows as one list, without making one. */
export type ListItems = {
  readonly count: number
  readonly height: number
  readonly at: (index: number) => ListItem
  /** The day that a head or a row belongs to, and how many heads stand before its own. */
  readonly dayAt: (
    index: number,
  ) => { readonly day: DaySpan; readonly number: number } | undefined
  readonly indexOfRow: (row: number) => number
  readonly rowAtOrAfter: (index: number) => number
  /** Where an item begins, from the top of the list. */
  readonly topOf: (index: number) => number
  /** The item that stands that far down, or the nearest. */
  readonly indexAt: (top: number) => number
}

/** Without days the rows alone. */
export function listItems(
  rows: number,
  days: readonly DaySpan[],
  heights: Heights,
): ListItems {
  const count = rows + days.length
  const height = rows * heights.row + days.length * heights.day

  // A day's head stands before its rows: at its first row plus the heads before it.
  function dayOfIndex(index: number): number {
    let low = 0
    let high = days.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((days[middle]?.start ?? 0) + middle <= index) low = middle
      else high = middle - 1
    }
    return low
  }

  function at(index: number): ListItem {
    const number = dayOfIndex(index)
    const day = days[number]
    if (day === undefined) {
      return {
        kind: 'row',
        row: index,
        isFirst: index === 0,
        isLast: index === rows - 1,
      }
    }
    if (index === day.start + number) return { kind: 'day', day }
    const row = index - number - 1
    return {
      kind: 'row',
      row,
      isFirst: row === day.start,
      isLast: row === day.start + day.count - 1,
    }
  }

  function topOf(index: number): number {
    if (days.length === 0) return index * heights.row
    const number = dayOfIndex(index)
    const rowsAbove = index - number - 1
    const start = days[number]?.start ?? 0
    return rowsAbove < start
      ? number * heights.day + start * heights.row
      : (number + 1) * heights.day + rowsAbove * heights.row
  }

  function indexAt(top: number): number {
    let low = 0
    let high = Math.max(0, count - 1)
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (topOf(middle) <= top) low = middle
      else high = middle - 1
    }
    return low
  }

  function indexOfRow(row: number): number {
    let low = 0
    let high = days.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((days[middle]?.start ?? 0) <= row) low = middle + 1
      else high = middle
    }
    return row + low
  }

  return {
    count,
    height,
    at,
    dayAt: index => {
      const number = dayOfIndex(index)
      const day = days[number]
      return day && { day, number }
    },
    indexOfRow,
    rowAtOrAfter: index => {
      if (index >= count) return Math.max(0, rows - 1)
      const item = at(index)
      return item.kind === 'row' ? item.row : item.day.start
    },
    topOf,
    indexAt,
  }
}
