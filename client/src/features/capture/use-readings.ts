import { useMemo } from 'react'
import type { QuickLine } from '@ourmoney/shared/capture/quick-lines.ts'
import { quickReader } from '@ourmoney/shared/capture/quick-reader.ts'
import type { QuickReading } from '@ourmoney/shared/capture/reading.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { today } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import { contextOf } from './quick-context.ts'

/** What each line means in this ledger, with what it was last written with; nothing for an empty one. */
export function useReadings(
  lines: readonly QuickLine[],
  lookups: LookupsAnswer,
): readonly (QuickReading | undefined)[] {
  const { locale } = useWords()
  const date = today()
  const reader = useMemo(
    () => quickReader(contextOf(lookups, { locale, today: date })),
    [lookups, locale, date],
  )
  const descriptions = useMemo(
    () => reader.descriptions(lines),
    [reader, lines],
  )
  const past = useView({ view: 'lastUses', descriptions })
  return useMemo(
    () => reader.read(lines, past?.uses ?? []),
    [reader, lines, past],
  )
}
