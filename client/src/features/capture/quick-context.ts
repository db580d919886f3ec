import type { QuickContext } from '@ourmoney/shared/capture/reading.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { languages } from '../../words/language.ts'

type Where = {
  readonly locale: string
  readonly today: string
}

/** The names of a ledger, as lines of words are read against. */
export function contextOf(
  lookups: LookupsAnswer,
  { locale, today }: Where,
): Omit<QuickContext, 'lastUses'> {
  const { accounts, categories, members, payees, tags, ledger, me } = lookups
  return {
    language: languages.find(({ id }) => locale.startsWith(id))?.id ?? 'en',
    locale,
    today,
    currency: ledger?.currency ?? 'EUR',
    accounts,
    categories,
    members,
    payees,
    tags,
    defaults: {
      account: accounts.find(each => each.closed !== true)?._id,
      member: me,
    },
  }
}
