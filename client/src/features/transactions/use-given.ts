import { useLocation } from 'react-router'
import {
  readGiven,
  type GivenForm,
} from '@ourmoney/shared/capture/given-form.ts'
import { repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import { dropDraft } from '../../platform/keep-draft.ts'
import { useWords } from '../../words/words.ts'
import { givenAgain } from './given-again.ts'
import type { Names } from './use-names.ts'

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
export function useGiven({ lookups, currencyOf }: Names): Given {
  const { locale } = useWords()
  const { state, key, search } = useLocation() as {
    readonly state: unknown
    readonly key: string
    readonly search: string
  }
  const wanted = textIn(state, 'template')
  const template = lookups?.templates.find(({ _id }) => _id === wanted)
  const given =
    template === undefined
      ? readGiven(state)
      : givenAgain(repeatableOf(template.draft), currencyOf, locale)
  return {
    given,
    key: given === undefined ? 'new' : key,
    isScan: new URLSearchParams(search).has('scan'),
    dropOrigin: () => {
      const origin = textIn(state, 'drops')
      if (given !== undefined && origin !== undefined) dropDraft(origin)
    },
  }
}

function textIn(
  state: unknown,
  name: 'template' | 'drops',
): string | undefined {
  if (typeof state !== 'object' || state === null) return undefined
  const value = (state as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : undefined
}
