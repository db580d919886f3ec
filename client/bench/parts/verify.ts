import { milliseconds, type Figure } from '../figures.ts'
import { signedIn, type Stage } from '../stage.ts'

/** From the press on the button until the page says that both sides are alike. */
export async function measureVerify(stage: Stage): Promise<Figure[]> {
  const { device, page } = await signedIn(stage)
  await page.goto('/doctor')
  await page.getByText('Your data is safe').waitFor()
  const agreed = page.evaluate(() =>
    stopwatch.whenPainted(() =>
      [...document.querySelectorAll('[role=status]')].some(each =>
        each.textContent?.endsWith('the same on both sides'),
      ),
    ),
  )
  await page.getByRole('button', { name: 'Verify now' }).click()
  const start = await page.evaluate(() => stopwatch.last('click'))
  const taken = (await agreed) - start
  await device.close()
  return [
    {
      what: 'every record verified with the server, both ways',
      measured: milliseconds(taken),
      target: '≤ 20 s',
      isMet: taken <= 20_000,
    },
  ]
}
