import { useLocation } from 'react-router'
import {
  readGiven,
  type GivenForm,
} from '@ourmoney/shared/capture/given-form.ts'
import { dropDraft } from '../../platform/keep-draft.ts'

type Given = {
  readonly given: GivenForm | undefined
  /** Another one each time something is handed over; the same after a reload. */
  readonly key: string
  /** The form was asked for to photograph a receipt. */
  readonly isScan: boolean
  /** It is saved now: whoever handed it over need not keep it. */
  readonly dropOrigin: () => void
}

/** What a link, a line of words or a template hands to the form for a new one. */
export function useGiven(): Given {
  const { state, key, search } = useLocation() as {
    readonly state: unknown
    readonly key: string
    readonly search: string
  }
  const given = readGiven(state)
  return {
    given,
    key: given === undefined ? 'new' : key,
    isScan: new URLSearchParams(search).has('scan'),
    dropOrigin: () => {
      const origin = originOf(state)
      if (given !== undefined && origin !== undefined) dropDraft(origin)
    },
  }
}

function originOf(state: unknown): string | undefined {
  return typeof state === 'object' &&
    state !== null &&
    'drops' in state &&
    typeof state.drops === 'string'
    ? state.drops
    : undefined
}
