import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What the dark may have wrong by itself. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** Everything in the light; what is about colours in the dark, too. */
export async function check(
  page: Page,
  screen: string,
  without: readonly string[] = [],
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that are still on their way have no contrast of their own.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
      // No frame of ours is from elsewhere; else each look opens a page of its own.
      .setLegacyMode()
      // What the component library says aloud, for a few seconds.
      .exclude('[data-live-announcer]')
      .disableRules([...without])
    if (colorScheme === 'dark') axe.withRules(ofColours)
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    }))
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([])
  }
}
