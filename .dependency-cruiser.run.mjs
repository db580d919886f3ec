// The cruiser says "0 modules cruised" and exits 0 when its parser fails to load, so the count has a floor.
import swc from '@swc/core'
import { cruise } from 'dependency-cruiser'
import config from './.dependency-cruiser.mjs'

const floor = 60

// It never tells swc that a .tsx file has JSX in it.
const parseFile = swc.parseFileSync
swc.parseFileSync = (path, options) =>
  parseFile(path, { ...options, tsx: path.endsWith('.tsx') })

const { output, exitCode } = await cruise(
  ['client/src', 'server/src', 'shared/src'],
  {
    ruleSet: { forbidden: config.forbidden },
    ...config.options,
    validate: true,
    outputType: 'err-long',
  },
)
console.log(output)
const { output: result } = await cruise(
  ['client/src', 'server/src', 'shared/src'],
  config.options,
)
const modules = result.modules.filter(each =>
  /^(client|server|shared)\/src/.test(each.source),
).length
if (modules < floor) {
  console.error(
    `Only ${modules} modules were read, fewer than ${floor}: the cruiser is blind.`,
  )
  process.exit(1)
}
process.exit(exitCode)
