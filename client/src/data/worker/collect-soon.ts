const size = 96 * 1024 * 1024

/**
 * Has what many writes left behind collected soon. By itself V8 lets hundreds
 * of megabytes of it gather while a thread is busy; a large buffer counts as
 * if memory were short, and takes none as long as nobody touches it.
 */
export function collectSoon(): void {
  try {
    // oxlint-disable-next-line no-new -- that it was there is all.
    new ArrayBuffer(size)
  } catch (error) {
    // So short that not even room for it can be laid by: then it is collected now.
    if (!(error instanceof RangeError)) throw error
  }
}
