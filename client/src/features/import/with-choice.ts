import type {
  ColumnRole,
  ReadChoices,
} from '@ourmoney/shared/statement/statement.ts'

/** Choices of a file, and where others are chosen. */
export type ChoicesProps = {
  readonly choices: ReadChoices
  readonly onChoose: (choices: ReadChoices) => void
}

type Key = keyof ReadChoices

const ofColumns: readonly Key[] = [
  'dateOrder',
  'decimalMark',
  'outWords',
  'foundOutWords',
  'isSigned',
]
const ofTable: readonly Key[] = [
  'headerRow',
  'columns',
  'currency',
  'isTurned',
  ...ofColumns,
]
/** What was found out under another choice, and has to be found out again. */
const found: Partial<Record<Key, readonly Key[]>> = {
  encoding: ['delimiter', ...ofTable],
  delimiter: ofTable,
  sheet: ofTable,
  headerRow: ofTable.filter(key => key !== 'headerRow'),
}

/** Choices after one more of them; whatever hangs on it is left open. */
export function withChoice(
  choices: ReadChoices,
  change: ReadChoices,
): ReadChoices {
  const changed = Object.keys(change) as Key[]
  const open = changed.flatMap(key => found[key] ?? [])
  const rest = Object.entries(choices).filter(
    ([name]) => !(open as readonly string[]).includes(name),
  )
  return sure({ ...Object.fromEntries(rest), ...change }, [...changed, ...open])
}

/** What somebody has chosen, or is found out anew, is no guess. */
function sure(choices: ReadChoices, keys: readonly Key[]): ReadChoices {
  const { guessed } = choices
  return guessed === undefined
    ? choices
    : { ...choices, guessed: guessed.filter(key => !keys.includes(key)) }
}

const several: ReadonlySet<ColumnRole> = new Set([
  'ignore',
  'description',
  'payee',
  'notes',
])

/** Choices with another role for one column; who had a role that there is once gives it up. */
export function withRole(
  choices: ReadChoices,
  column: number,
  role: ColumnRole,
): ReadChoices {
  const before = choices.columns ?? []
  const columns = before.map((each, at) =>
    at === column
      ? role
      : each === role && !several.has(role)
        ? 'ignore'
        : each,
  )
  const isOther = (roles: readonly ColumnRole[]) =>
    roles.some(each => before.indexOf(each) !== columns.indexOf(each))
  const open: readonly Key[] = [
    ...(isOther(['date']) ? (['dateOrder'] as const) : []),
    ...(isOther(['amount', 'in', 'out'])
      ? (['decimalMark', 'isSigned'] as const)
      : []),
    ...(isOther(['direction'])
      ? (['outWords', 'foundOutWords', 'isSigned'] as const)
      : []),
  ]
  const asked = Object.fromEntries(open.map(key => [key, undefined]))
  return sure({ ...choices, columns, ...asked }, open)
}
