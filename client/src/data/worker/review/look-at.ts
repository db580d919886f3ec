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

type Asked = {
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
  readonly signal: AbortSignal
}

/** What a file is, and what the household has settled about files like it. Nothing after a cancel. */
export async function lookAt(
  { signal, ...asked }: Asked,
  { model, readStatements }: LedgerParts,
): Promise<Result<StatementLooked, StatementFileIssue> | undefined> {
  const context = contextOf(model)
  const look = (choices: ReadChoices) =>
    untilAborted(
      readStatements.look({ ...asked, choices, context }, signal),
      signal,
    )
  const looked = await look(asked.choices)
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
      ? await follow(own, looked.value.choices, look)
      : looked
  if (again === undefined) return undefined
  // What no longer fits such files is not worth a refusal.
  const found = again.ok ? again.value : looked.value
  const others = profiles.filter(each => each !== own)
  return success({
    ...found,
    ...(own !== undefined && { profile: { id: own.id, name: own.name } }),
    known: knownAccounts(found.accounts, own, others, namesOf(model)),
  })
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
  return Object.fromEntries(
    asked.flatMap(({ key, name }) => {
      // Files that name no account are one profile's or nobody's.
      const remembered = [own, ...(key === '' ? [] : others)]
        .map(each => each?.accounts[key])
        .find(each => each !== undefined)
      const id =
        remembered === undefined
          ? (names.accountNamed(name) ?? names.accountNamed(key))
          : names.standing(remembered)
      const isThere = id !== undefined && names.account(id) !== undefined
      return isThere ? [[key, id]] : []
    }),
  )
}
