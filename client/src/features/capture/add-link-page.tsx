import { useEffect, useMemo, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { readAddLink, searchOfLink } from '@ourmoney/shared/capture/add-link.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { SyncAnswer } from '../../data/views/sync.ts'
import { dropLink } from '../../platform/kept-link.ts'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { keepLine } from './quick-draft.ts'

/** `/add?…`, from a shortcut, another program or a page: the form, filled in; nothing is saved by it. */
export default function AddLinkPage() {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const { search } = useLocation()
  const isDone = useRef(false)
  const lookups = useView({ view: 'lookups' })
  const sync = useView({ view: 'sync' })
  // Until the whole ledger is read, or has come from the server, names may be missing.
  const isKnown = sync?.loading === false && !isArriving(sync, lookups)
  const asked = useMemo(() => {
    if (lookups === undefined || !isKnown) return undefined
    const parameters = parametersOf(search)
    const currency = lookups.ledger?.currency ?? 'EUR'
    return readAddLink(
      name => parameters.get(name) ?? undefined,
      { ...lookups, currency },
      locale,
    )
  }, [lookups, isKnown, search, locale])

  useEffect(() => {
    if (asked === undefined || isDone.current) return
    // The ledger may change while the way there is under way.
    isDone.current = true
    dropLink()
    const { line, given } = asked
    if (line !== undefined) {
      keepLine(line)
      void navigate('/?open=quick', { replace: true })
      return
    }
    void navigate(`/transactions?new=${given.fields.type ?? ''}`, {
      replace: true,
      state: { given },
    })
  }, [asked, navigate])

  return <Waiting label={t('common.loading')} />
}

/** The first sync is under way. */
function isArriving(
  { phase, progress }: SyncAnswer,
  lookups: LookupsAnswer | undefined,
): boolean {
  return (
    phase === 'syncing' &&
    (progress !== undefined || lookups?.ledger === undefined)
  )
}

/** Of the address, or of the link that another program opened the app with. */
function parametersOf(search: string): URLSearchParams {
  const parameters = new URLSearchParams(search)
  const link = parameters.get('link')
  return link === null ? parameters : new URLSearchParams(searchOfLink(link))
}
