import './platform/no-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { loadFirstScreen } from './app/screens.tsx'
import { openDevice } from './data/open-device.ts'
import { awaitInstallOffer } from './platform/install.ts'
import { applyTheme } from './platform/theme.ts'
import { startUpdates } from './platform/updates.ts'
import { openSession } from './session/session.ts'
import './ui/theme.css'
import { startWords } from './words/words.ts'

applyTheme()
awaitInstallOffer()

const root = document.getElementById('root')
if (root !== null) {
  // The worker begins to open the ledger before the first screen is drawn.
  const device = isSecureContext ? tryOpenDevice() : undefined
  const session = openSession()
  loadFirstScreen(location.pathname)
  await startWords()
  createRoot(root).render(<App device={device} session={session} />)
  startUpdates()
}

function tryOpenDevice() {
  try {
    return openDevice()
  } catch (error) {
    return error
  }
}
