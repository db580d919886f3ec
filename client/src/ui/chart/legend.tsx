import styles from './chart.module.css'
import { softened } from './look.ts'
import type { ChartSpec } from './spec.ts'

/** What each colour stands for, where a drawing has no room to say it beside. */
export function Legend({ spec }: { readonly spec: ChartSpec }) {
  if (spec.kind !== 'columns' && spec.kind !== 'lines') return null
  const isColumns = spec.kind === 'columns'
  const line = isColumns ? spec.line : undefined
  const all = [...spec.series, ...(line ? [line] : [])]
  if (all.length < 2) return null
  const hasNames = !isColumns || spec.isStacked
  return (
    <ul
      className={`${styles['legend']} ${hasNames ? styles['narrowOnly'] : ''}`}
      aria-hidden
    >
      {all.map(({ name, colour }) => (
        <li key={name}>
          <i style={{ background: softened(colour) }} />
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}
