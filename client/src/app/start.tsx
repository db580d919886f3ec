import { createRoot } from 'react-dom/client'
import { assert } from '@ourmoney/shared/assert.ts'
import type { Begun } from '../data/usual-ledger.ts'
import { awaitInstallOffer } from '../platform/install.ts'
import { awaitLaunchedFile } from '../platform/launched-file.ts'
import { startUpdates } from '../platform/updates.ts'
import { openSession } from '../session/session.ts'
import { startWords } from '../words/words.ts'
import { App } from './app.tsx'
import { firstPage } from './screens.tsx'

/** What was begun before the app itself was loaded. */
export type Began = {
  /** Nothing on an insecure origin; what went wrong where nothing can be stored. */
  readonly device: unknown
  readonly usual?: Begun | undefined
}

/** Milliseconds in which the ledger and its first screen are mostly there: then it is drawn once and whole. */
const patience = 1_000

export async function start({ device, usual }: Began): Promise<void> {
  awaitInstallOffer()
  awaitLaunchedFile()
  // Letters that come after the first frame lay it out twice; without them it is drawn with others.
  const letters = document.fonts.load('1em "Inter Variable"').catch(() => [])
  const session = openSession()
  await startWords()
  const page = firstPage(location.pathname)?.load()
  await Promise.race([
    Promise.all([usual?.settled, page, letters]),
    pass(patience),
  ])
  const root = document.getElementById('root')
  assert(root !== null, 'The page has no root')
  createRoot(root).render(
    <App device={device} begun={usual} session={session} />,
  )
  startUpdates()
}

function pass(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
