import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { askOperator } from '../operator.ts'
import { openStorage } from '../open-storage.ts'
import { openPeople } from '../people/people.ts'
import type { People } from '../people/people.ts'
import { BackupError } from '../storage/backup/manifest.ts'
import { NoRoomError } from '../storage/room.ts'
import { backUp, check, restore } from './backup-commands.ts'
import type { BackupCommand } from './backup-commands.ts'
import { migrate } from './migrate.ts'
import { CommandError } from './command-error.ts'

export const usage = `Usage:

  backup [FOLDER]              backs everything up into FOLDER, or BACKUP_DIR
  check                        looks through every ledger

while the server is stopped:

  restore BACKUP               brings everything back from a backup
  restore BACKUP --ledger ID   brings one ledger back
  migrate to-couchdb           copies everything into the CouchDB at COUCHDB_URL
  migrate from-couchdb         copies everything back into the data directory
  users                        who can sign in
  create-user NAME [--admin]   makes a user, and prints a link to choose a password with
  reset-link NAME [--without-second-factor]
                               prints a one-time link to choose a new password with;
                               whoever uses it loses codes and passkeys too, if so wished
`

/** Answers what to print; throws `CommandError` with what is wrong about the command. */
export async function runCommand(
  args: readonly string[],
  config: Config,
): Promise<string> {
  const [command = '', name = '', ...options] = args
  const storageWork = storageCommands[command]
  if (storageWork !== undefined) {
    return runStorageCommand(command, storageWork, {
      config,
      argument: name,
      options,
    })
  }
  const work = commands[command]
  if (work === undefined) throw new CommandError(usage)
  const { databases, secret } = await openStorage(config, { limit: 1 })
  try {
    const people = await openPeople({
      database: databases.system(),
      secret,
      ledgerDatabases: databases,
    })
    return await work({ people, name, options, config })
  } finally {
    await databases.close()
  }
}

type StorageWork = (command: BackupCommand) => Promise<string>

const storageCommands: Readonly<Record<string, StorageWork>> = {
  backup: backUp,
  check,
  restore,
  migrate,
}

/** A running server does it itself: it has the databases open. */
async function runStorageCommand(
  task: string,
  work: StorageWork,
  command: BackupCommand,
): Promise<string> {
  try {
    const { config, argument, options } = command
    const path = argument === '' ? '' : resolve(argument)
    const answer = await askOperator(config.dataDir, task, path, options)
    if (answer === undefined) return await work(command)
    if (answer.said !== undefined) return answer.said
    throw new CommandError(answer.failed ?? '')
  } catch (error) {
    const isOurs = error instanceof BackupError || error instanceof NoRoomError
    if (!isOurs) throw error
    throw new CommandError(error.message, { cause: error })
  }
}

type Command = {
  readonly people: People
  readonly name: string
  readonly options: readonly string[]
  readonly config: Config
}

const commands: Readonly<
  Record<string, (command: Command) => Promise<string> | string>
> = {
  users: ({ people }) =>
    people.users
      .all()
      .map(({ name, admin, disabled }) =>
        [name, admin && '(admin)', disabled && '(disabled)']
          .filter(Boolean)
          .join(' '),
      )
      .join('\n'),
  'create-user': async command => {
    const { people, name, options } = command
    if (name === '') throw new CommandError(usage)
    const user = await people.users.create({
      name,
      // Nobody knows it: the link is the only way in.
      password: randomBytes(32).toString('base64url'),
      admin: options.includes('--admin'),
    })
    const about = user.id
    await people.audit.record({ act: 'user-create', outcome: 'done', about })
    return printLink(command, user.id)
  },
  'reset-link': async command => {
    const { people, name } = command
    const user = people.users.named(name)
    if (user === undefined) {
      throw new CommandError(`Nobody here is called "${name}".`)
    }
    if (people.users.get(user.id) === undefined) {
      throw new CommandError(`An admin has disabled "${name}".`)
    }
    return printLink(command, user.id)
  },
}

async function printLink({ people, options, config }: Command, user: string) {
  const clearsFactors = options.includes('--without-second-factor')
  await people.audit.record({ act: 'reset-link', outcome: 'done', about: user })
  const { token, expiresAt } = await people.resets.create(user, {
    clearsFactors,
  })
  const origin = config.publicUrl ?? `http://localhost:${config.port}`
  const until = new Date(expiresAt).toISOString()
  return `Good once, until ${until}:\n\n  ${origin}/reset#${token}\n`
}
