import { afterEach, expect, test, vi } from 'vitest'
import { startThread } from './thread.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A worker that says nothing until it is told to break. */
function silentWorker(): EventTarget {
  const worker = Object.assign(new EventTarget(), {
    postMessage: () => undefined,
    terminate: () => undefined,
  })
  vi.stubGlobal('Worker', function Worker() {
    return worker
  })
  return worker
}

type Port = { readonly add: (one: number, other: number) => Promise<number> }

test('a script that could not be loaded is an error for whoever waits for it', async () => {
  const worker = silentWorker()
  const { port, answer } = startThread<Port>('/assets/adder.js', 'adder')
  const sum = answer(port.add(1, 2))
  worker.dispatchEvent(new Event('error'))
  await expect(sum).rejects.toThrow('adder broke: not loaded')
  await expect(answer(port.add(1, 2))).rejects.toThrow('adder broke')
})

test('one that breaks says what it broke of', async () => {
  const worker = silentWorker()
  const { port, answer } = startThread<Port>('/assets/adder.js', 'adder')
  const sum = answer(port.add(1, 2))
  worker.dispatchEvent(
    Object.assign(new Event('error'), { message: 'out of memory' }),
  )
  await expect(sum).rejects.toThrow('out of memory')
})

test('what it answers before is the answer', async () => {
  silentWorker()
  const { answer } = startThread<Port>('/assets/adder.js', 'adder')
  expect(await answer(Promise.resolve(3))).toBe(3)
})
