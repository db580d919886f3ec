import {
  columnRoles,
  type StatementTable,
} from '@ourmoney/shared/statement/statement.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Card } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { withRole, type ChoicesProps } from './with-choice.ts'

type ColumnsCardProps = ChoicesProps & { readonly table: StatementTable }

const rowsShown = 6

/** The first cells of a table, below what each column is. */
export function ColumnsCard({ table, choices, onChoose }: ColumnsCardProps) {
  const { t } = useWords()
  const { columns = [] } = choices
  const roles = columnRoles.map(id => ({ id, name: t(`imports.role_${id}`) }))
  const width = Math.max(
    table.names.length,
    ...table.cells.map(cells => cells.length),
  )
  const places = Array.from({ length: width }, (_, at) => at)
  const lacks = lackOf(columns)
  return (
    <Card title={t('imports.columns')}>
      {lacks === undefined ? (
        <p>{t('imports.columnsWords')}</p>
      ) : (
        <Notice isBad>{t(`imports.file_${lacks}`)}</Notice>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys */}
      <div
        className={styles['scroll']}
        tabIndex={0}
        role="region"
        aria-label={t('imports.columnsWords')}
      >
        <table className={styles['columns']}>
          <thead>
            <tr>
              {places.map(at => (
                <th key={at} scope="col">
                  <ChoiceField
                    label={
                      table.names[at] || t('imports.column', { number: at + 1 })
                    }
                    value={columns[at]}
                    choices={roles}
                    onChange={id => {
                      const role = columnRoles.find(each => each === id)
                      if (role !== undefined)
                        onChoose(withRole(choices, at, role))
                    }}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.cells.slice(0, rowsShown).map((cells, row) => (
              <tr key={row}>
                {places.map(at => (
                  <td
                    key={at}
                    dir="auto"
                    data-ignored={columns[at] === 'ignore'}
                  >
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function lackOf(
  columns: readonly string[],
): 'no-date-column' | 'no-amount-column' | undefined {
  if (columns.length === 0) return undefined
  if (!columns.includes('date')) return 'no-date-column'
  return columns.some(role => ['amount', 'in', 'out'].includes(role))
    ? undefined
    : 'no-amount-column'
}
