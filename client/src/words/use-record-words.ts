import { nameOfDevice } from '@ourmoney/shared/sync/device.ts'
import { useView } from '../data/hooks.tsx'
import type { NamesById } from '../data/views/past.ts'
import { momentName } from '../ui/dates.ts'
import { useWords } from './words.ts'

type Done = {
  readonly at: number | undefined
  readonly by: string | undefined
  readonly device: string | undefined
}

/** Whose an edit is, and when and where it was made, in words. */
export function useRecordWords(names: NamesById) {
  const { t, locale } = useWords()
  const lookups = useView({ view: 'lookups' })

  function deviceWords(device: string): string {
    return device === lookups?.device
      ? t('records.thisDevice')
      : (nameOfDevice(device) ?? t('records.otherDevice'))
  }

  return {
    /** The ledger's, for what has no currency of its own. */
    currency: lookups?.ledger?.currency ?? 'EUR',
    who: (by: string | undefined) => names[by ?? ''] ?? t('records.somebody'),
    /** `26 Nov 2026, 15:02 · this device`. */
    whenAndWhere: ({ at, device }: Done) =>
      [
        at === undefined ? undefined : momentName(at, locale),
        device === undefined ? undefined : deviceWords(device),
      ]
        .filter(Boolean)
        .join(' · '),
  }
}
