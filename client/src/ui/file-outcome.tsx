import type { Icon } from '@tabler/icons-react'
import styles from './file.module.css'
import { Mark, type Tone } from './states.tsx'

type OutcomeLine = {
  readonly words: string
  readonly Icon: Icon
  readonly tone: Tone
}

/** What came of a file, counted. */
export function FileOutcome({
  lines,
}: {
  readonly lines: readonly OutcomeLine[]
}) {
  return (
    <ul className={styles['outcome']}>
      {lines.map(({ words, Icon, tone }) => (
        <li key={words}>
          <Mark
            icon={<Icon size={16} aria-hidden />}
            words={words}
            tone={tone}
          />
        </li>
      ))}
    </ul>
  )
}

type FileRowsProps = {
  /** The first names the row. */
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Rows of a file that need a look. */
export function FileRows({ heads, rows }: FileRowsProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
    <div
      className={styles['scroll']}
      tabIndex={0}
      role="region"
      aria-label={heads.join(', ')}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
