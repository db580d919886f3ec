/** The answer, or nothing as soon as nobody waits for it any more. */
export async function untilAborted<Answer>(
  answer: Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  if (signal.aborted) {
    // What becomes of it concerns nobody.
    answer.catch(() => undefined)
    return undefined
  }
  let stop = () => {}
  const aborted = new Promise<undefined>(resolve => {
    stop = () => resolve(undefined)
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([answer, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
