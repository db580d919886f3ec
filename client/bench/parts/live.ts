import { median, milliseconds, percentile, type Figure } from '../figures.ts'
import { signedIn, type Stage } from '../stage.ts'
import { save, whenRow } from './save.ts'

/** From Enter on one device to the row on another, both with the ledger open. */
export async function measureLive(
  stage: Stage,
  rounds: number,
): Promise<Figure[]> {
  const [one, other] = [await signedIn(stage), await signedIn(stage)]
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) {
    const name = `Live ${round}`
    const shown = whenRow(other.page, name)
    const start = await save(one.page, name)
    taken.push((await shown) - start)
  }
  await one.device.close()
  await other.device.close()
  const [p50, p95] = [median(taken), percentile(taken, 95)]
  return [
    {
      what: 'save on A → visible on B, both live',
      measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
      target: 'p50 ≤ 300 ms, p95 ≤ 1 s',
      isMet: p50 <= 300 && p95 <= 1_000,
    },
  ]
}
