import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noFiles, takeNext, withFiles, withFilesFirst } from './file-queue.ts'

test('files that were given together are taken one after the other', () => {
  const first = takeNext(withFiles(noFiles, ['a', 'b']))
  expect(first).toMatchObject({ file: 'a', queue: { at: 1, of: 2 } })
  const second = takeNext(withFiles(first.queue, ['c']))
  expect(second).toMatchObject({ file: 'b', queue: { at: 2, of: 3 } })
  const third = takeNext(second.queue)
  expect(third).toMatchObject({ file: 'c', queue: { at: 3, of: 3 } })
  expect(takeNext(third.queue)).toEqual({ file: undefined, queue: noFiles })
})

test('what is to come at once comes before what waits', () => {
  const { queue } = takeNext(withFiles(noFiles, ['a', 'b']))
  const next = takeNext(withFilesFirst(queue, ['c', 'd']))
  expect(next.file).toBe('c')
  expect(next.queue).toEqual({ waiting: ['d', 'b'], at: 2, of: 4 })
})

test('every file is taken once, whenever it was given', () => {
  const step = fc.record({
    files: fc.array(fc.nat()),
    isFirst: fc.boolean(),
    takes: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(step), steps => {
      let queue = withFiles<number>(noFiles, [])
      const taken: number[] = []
      const take = () => {
        const next = takeNext(queue)
        queue = next.queue
        if (next.file !== undefined) taken.push(next.file)
        return next.file
      }
      for (const { files, isFirst, takes } of steps) {
        queue = (isFirst ? withFilesFirst : withFiles)(queue, files)
        for (let at = 0; at < takes; at++) take()
      }
      while (take() !== undefined);
      const given = steps.flatMap(({ files }) => files)
      expect(taken.toSorted((a, b) => a - b)).toEqual(
        given.toSorted((a, b) => a - b),
      )
    }),
  )
})
