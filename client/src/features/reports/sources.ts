import type { SumGroup, SumsAnswer } from '../../data/views/reports.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { TransactionFilter } from '@ourmoney/shared/transaction/filter.ts'
import type { ReportWords } from './words-for.ts'

/** Whom money went to, or came from. */
export type Source = {
  readonly name: string
  /** By span. */
  readonly minors: readonly number[]
  readonly counts: readonly number[]
  /** Chooses its transactions; nothing for the rest of them. */
  readonly filter: TransactionFilter | undefined
}

/** Sums by payee; what has none goes by what it is called, and the small ones are one. */
export function sourcesOf(
  { groups, spans }: SumsAnswer,
  of: 'expense' | 'income',
  { payees }: LookupsAnswer,
  { t }: Pick<ReportWords, 't'>,
): readonly Source[] {
  const names = new Map(payees.map(({ _id, name }) => [_id, name]))
  const sources = groups.map((group, place) => ({
    ...named(group, names, t),
    minors: spans.map(span => span[of][place] ?? 0),
    counts: spans.map(({ counts }) => counts[place] ?? 0),
    isRest: group.rest !== undefined,
  }))
  return sources
    .filter(({ minors }) => minors.some(minor => minor !== 0))
    .toSorted(
      (a, b) =>
        Number(a.isRest) - Number(b.isRest) ||
        (b.minors[0] ?? 0) - (a.minors[0] ?? 0),
    )
}

function named(
  { id, description, rest }: SumGroup,
  names: ReadonlyMap<string, string>,
  t: ReportWords['t'],
): Pick<Source, 'name' | 'filter'> {
  if (rest !== undefined) {
    return {
      name: t('reports.otherSources', { count: rest }),
      filter: undefined,
    }
  }
  if (id !== undefined) {
    return { name: names.get(id) ?? id, filter: { payees: [id] } }
  }
  const name = description ?? ''
  return name === ''
    ? { name: t('reports.withoutName'), filter: undefined }
    : { name, filter: { descriptions: [name], payees: ['none'] } }
}
