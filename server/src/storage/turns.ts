/** Lets one at a time do something with each name. */
export type Turns = {
  readonly take: <Answer>(
    name: string,
    work: () => Promise<Answer>,
  ) => Promise<Answer>
  /** Resolves when all who waited until now had their turn. */
  readonly idle: () => Promise<unknown>
}

export function createTurns(): Turns {
  const queues = new Map<string, Promise<unknown>>()
  return {
    take: async (name, work) => {
      const before = queues.get(name) ?? Promise.resolve()
      const working = before.catch(() => undefined).then(work)
      queues.set(name, working)
      try {
        return await working
      } finally {
        if (queues.get(name) === working) queues.delete(name)
      }
    },
    idle: () => Promise.allSettled(queues.values()),
  }
}
