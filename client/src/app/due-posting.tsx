import { useEffect } from 'react'
import { useLedger } from '../data/hooks.tsx'
import { today } from '../ui/dates.ts'

const look = 3_600_000
/** The app starts, and a server tells what else has changed, before anything is written. */
const first = 8_000

/** Posts what recurs on its day, in whatever tab is open; two never double it. */
export default function DuePosting() {
  const ledger = useLedger()
  useEffect(() => {
    // What cannot be posted now is due still: the next look posts it.
    const post = () => void ledger.postDue(today()).catch(() => undefined)
    const seen = () => {
      if (document.visibilityState === 'visible') post()
    }
    const soon = setTimeout(post, first)
    const timer = setInterval(post, look)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [ledger])
  return null
}
