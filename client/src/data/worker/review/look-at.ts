import { success, type Result } from '@ourmoney/shared/result.ts'
import {
  choicesFor,
  readProfile,
  withOwnWords,
  type StatementProfile,
} from '@ourmoney/shared/statement/profile.ts'
import type {
  ReadChoices,
  StatementAccount,
  StatementFileIssue,
  StatementLook,
} from '@ourmoney/shared/statement/statement.ts'
import type { StatementLooked } from '../../statements.ts'
import type { LedgerParts } from '../ledger-parts.ts'
import { untilAborted } from '../until-aborted.ts'
import { contextOf } from './context-of.ts'
import { namesOf, type LedgerNames } from './ledger-names.ts'
import { currenciesOf } from './read-review.ts'

type Asked = {
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
  /** Where its accounts are, as far as somebody has said. */
  readonly accounts: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** What a file is, and what the household has settled about files like it. Nothing after a cancel. */
export async function lookAt(
  { accounts, signal, ...asked }: Asked,
  { model, store, readStatements }: LedgerParts,
): Promise<Result<StatementLooked, StatementFileIssue> | undefined> {
  // What the household has settled, and its accounts, have to be there as a whole.
  await untilAborted(store.read([]), signal)
  if (signal.aborted) return undefined
  const names = namesOf(model)
  const look = (
    choices: ReadChoices,
    currencies: ReadonlyMap<string, string>,
  ) => {
    const context = { ...contextOf(model), currencies }
    return untilAborted(
      readStatements.look({ ...asked, choices, context }, signal),
      signal,
    )
  }
  const chosen = currenciesOf(accounts, names)
  const looked = await look(asked.choices, chosen)
  if (looked?.ok !== true) return looked
  const profiles = model
    .docs('importProfile')
    .flatMap(doc => readProfile(doc) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const own = profiles.find(
    ({ signature }) => signature === looked.value.signature,
  )
  const again =
    own !== undefined && isEmpty(asked.choices)
      ? await follow(own, looked.value.choices, choices =>
          look(choices, chosen),
        )
      : looked
  if (again === undefined) return undefined
  // What no longer fits such files is not worth a refusal.
  const settled = again.ok ? again.value : looked.value
  const others = profiles.filter(each => each !== own)
  const known = knownAccounts(settled.accounts, own, others, names)
  const places = currenciesOf({ ...known, ...accounts }, names)
  const placed =
    isSilent(settled) && isMore(places, chosen)
      ? await look(settled.choices, places)
      : again
  if (placed === undefined) return undefined
  return success({
    ...(placed.ok ? placed.value : settled),
    ...(own !== undefined && { profile: { id: own.id, name: own.name } }),
    known,
  })
}

/** Whether rows may be in the currency of their account, for the file says none. */
function isSilent({ choices }: StatementLook): boolean {
  const { currency, guessed = [], columns = [] } = choices
  const isOpen = currency === undefined || guessed.includes('currency')
  return isOpen && !columns.includes('currency')
}

function isMore(
  places: ReadonlyMap<string, string>,
  chosen: ReadonlyMap<string, string>,
): boolean {
  return [...places].some(([key, currency]) => chosen.get(key) !== currency)
}

/** As the profile says; the words of columns that were not found have to be read first. */
async function follow(
  own: StatementProfile,
  found: ReadChoices,
  look: (
    choices: ReadChoices,
  ) => Promise<Result<StatementLook, StatementFileIssue> | undefined>,
): Promise<Result<StatementLook, StatementFileIssue> | undefined> {
  const choices = choicesFor(own, found)
  const looked = await look(choices)
  if (looked?.ok !== true || choices.outWords !== undefined) return looked
  const whole = withOwnWords(own, looked.value.choices)
  return whole === looked.value.choices ? looked : look(whole)
}

function isEmpty(choices: ReadChoices): boolean {
  return Object.values(choices).every(value => value === undefined)
}

/** By profile, the file's own first; else by name. */
function knownAccounts(
  accounts: readonly StatementAccount[],
  own: StatementProfile | undefined,
  others: readonly StatementProfile[],
  names: LedgerNames,
): Readonly<Record<string, string>> {
  const asked = accounts.length === 0 ? [{ key: '', name: '' }] : accounts
  // An export of this ledger says which of its accounts it means.
  const here = (key: string) =>
    names.account(names.standing(key)) && names.standing(key)
  return Object.fromEntries(
    asked.flatMap(({ key, name }) => {
      // Files that name no account are one profile's or nobody's.
      const remembered = [own, ...(key === '' ? [] : others)]
        .map(each => each?.accounts[key])
        .find(each => each !== undefined)
      const id =
        remembered === undefined
          ? (here(key) ?? names.accountNamed(name) ?? names.accountNamed(key))
          : names.standing(remembered)
      const isThere = id !== undefined && names.account(id) !== undefined
      return isThere ? [[key, id]] : []
    }),
  )
}
