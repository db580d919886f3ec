import './platform/no-eval.ts'
import { firstViews, loadFirstScreen } from './app/first-screen.ts'
import type { Began } from './app/start.tsx'
import { openDevice } from './data/open-device.ts'
import { beginUsual } from './data/usual-ledger.ts'
import { applyTheme } from './platform/theme.ts'
import { keptUser } from './session/kept-user.ts'
import { currentLanguage, sentences } from './words/language.ts'
import './ui/theme.css'

// The worker opens the ledger while everything else still loads.
const began = begin()
loadFirstScreen(location.pathname)
applyTheme()
// Whoever speaks it asks again, and tells of a failure.
sentences[currentLanguage()]().catch(() => undefined)
// Not awaited here: the app has parts that wait for this one.
void import('./app/start.tsx').then(({ start }) => start(began))

// The browser gathers all its locales for whoever asks first: here, while nothing else can be done.
Intl.DateTimeFormat.supportedLocalesOf(currentLanguage())

function begin(): Began {
  if (!isSecureContext) return { device: undefined }
  try {
    const device = openDevice()
    const queries = firstViews(new URL(location.href))
    return { device, usual: beginUsual(device, keptUser.read()?.id, queries) }
  } catch (error) {
    return { device: error }
  }
}
