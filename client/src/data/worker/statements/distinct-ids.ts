/**
 * Not every bank keeps its ids apart. What one list names with an id that it
 * has used before is told apart by its content, and by its number among equals.
 */
export function distinctIds() {
  const counts = new Map<string, number>()

  function count(id: string): number {
    const next = (counts.get(id) ?? 0) + 1
    counts.set(id, next)
    return next
  }

  return {
    take: (id: string, content: string): string => {
      if (count(id) === 1) return id
      const own = `${id} ${content}`
      const number = count(own)
      return number === 1 ? own : `${own} ${number}`
    },
    /** Another list may have the same movements again. */
    reset: () => counts.clear(),
  }
}
