#!/usr/bin/env node
import { CommandError } from './commands/command-error.ts'
import { runCommand } from './commands/commands.ts'
import { ConfigError, readConfig } from './config.ts'
import { Failure } from './failure.ts'
import { problemOf } from './plugins/failures.ts'

const asked = process.argv.slice(2)

try {
  console.log(await runCommand(asked, readConfig(process.env)))
} catch (error) {
  const isTheirs = error instanceof CommandError || error instanceof ConfigError
  if (isTheirs) console.error(error.message)
  else if (error instanceof Failure) {
    console.error(error.detail ?? problemOf(error).title)
  } else console.error(error)
  process.exitCode = 1
}
