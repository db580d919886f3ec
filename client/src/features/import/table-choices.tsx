import type {
  ReadChoices,
  StatementFormat,
  StatementTable,
} from '@ourmoney/shared/statement/statement.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'
import { withChoice, type ChoicesProps } from './with-choice.ts'

const delimiters = [
  [',', 'imports.delimiter_comma'],
  [';', 'imports.delimiter_semicolon'],
  ['\t', 'imports.delimiter_tab'],
  ['|', 'imports.delimiter_bar'],
] as const

/** Rows of which one may name the columns. */
const fewRows = 30

type TableChoicesProps = ChoicesProps & {
  readonly format: StatementFormat
  readonly table: StatementTable
}

/** Where the rows and cells of a table are. */
export function TableChoices(props: TableChoicesProps) {
  const { format, table, choices, onChoose } = props
  const { t } = useWords()
  const choose = (change: ReadChoices) => onChoose(withChoice(choices, change))
  // Objects of a list name their own.
  const hasHeader = format !== 'json-list'
  return (
    <>
      {table.sheets.length > 1 && (
        <ChoiceField
          label={t('imports.sheet')}
          value={choices.sheet}
          choices={table.sheets.map(name => ({ id: name, name }))}
          onChange={sheet => choose({ sheet })}
        />
      )}
      {format === 'csv' && (
        <ChoiceField
          label={t('imports.delimiter')}
          value={choices.delimiter}
          choices={delimiters.map(([id, words]) => ({ id, name: t(words) }))}
          onChange={delimiter => choose({ delimiter })}
        />
      )}
      {hasHeader && (
        <ChoiceField
          label={t('imports.headerRow')}
          value={
            choices.headerRow === undefined
              ? undefined
              : String(choices.headerRow)
          }
          choices={rowsWith(choices.headerRow).map(row => ({
            id: String(row),
            name: row === 0 ? t('imports.noHeader') : t('imports.row', { row }),
          }))}
          onChange={row => choose({ headerRow: Number(row) })}
        />
      )}
    </>
  )
}

/** The first rows, and the one that is chosen: a sheet may number them as it likes. */
function rowsWith(chosen = 0): readonly number[] {
  const rows = Array.from({ length: fewRows + 1 }, (_, row) => row)
  return chosen > fewRows ? [...rows, chosen] : rows
}
