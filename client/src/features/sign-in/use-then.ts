import { useLocation, useNavigate } from 'react-router'

/** Where to go once somebody has signed in: where they came from, if they were sent here from a page. */
export function useThen(): () => Promise<void> {
  const navigate = useNavigate()
  // Set by this app's own pages, never by an address.
  const { state } = useLocation() as { readonly state: unknown }
  const then = typeof state === 'string' ? state : '/ledgers'
  return async () => {
    await navigate(then, { replace: true })
  }
}
