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
import { contextOf } from './context-of.ts'
import { namesOf, type LedgerNames } from './ledger-names.ts'

type Asked = {
  readonly file: Blob
  readonly name: string
  readonly choices: ReadChoices
}

/** What a file is, and what the household has settled about files like it. */
export async function lookAt(
  asked: Asked,
  { model, readStatements }: LedgerParts,
): Promise<Result<StatementLooked, StatementFileIssue>> {
  const context = contextOf(model)
  const looked = await readStatements.look({ ...asked, context })
  if (!looked.ok) return looked
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
          readStatements.look({ ...asked, choices, context }),
        )
      : looked
  // What no longer fits such files is not worth a refusal.
  const look = again.ok ? again.value : looked.value
  const others = profiles.filter(each => each !== own)
  return success({
    ...look,
    ...(own !== undefined && { profile: { id: own.id, name: own.name } }),
    known: knownAccounts(look.accounts, own, others, namesOf(model)),
  })
}

/** As the profile says; the words of columns that were not found have to be read first. */
async function follow(
  own: StatementProfile,
  found: ReadChoices,
  look: (
    choices: ReadChoices,
  ) => Promise<Result<StatementLook, StatementFileIssue>>,
): Promise<Result<StatementLook, StatementFileIssue>> {
  const choices = choicesFor(own, found)
  const looked = await look(choices)
  if (!looked.ok || choices.outWords !== undefined) return looked
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
