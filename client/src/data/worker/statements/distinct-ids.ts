/**
 * A bank lists no movement twice, so what one list has again under one id, with
 * the same content, is another movement: it is numbered. An id that stands for
 * different contents is left as it is, for whoever compares them to see.
 */
export function distinctIds() {
  const counts = new Map<string, number>()
  return {
    take: (id: string, content: string): string => {
      const key = `${id} ${content}`
      const number = (counts.get(key) ?? 0) + 1
      counts.set(key, number)
      return number === 1 ? id : `${id} #${number}`
    },
    /** Another list may have the same movements again. */
    reset: () => counts.clear(),
  }
}
