import styles from './chart.module.css'
import { softened } from './look.ts'
import type { ChartSpec } from './spec.ts'

/** What each colour stands for, where a drawing has no room to say it beside. */
export function Legend({ spec }: { readonly spec: ChartSpec }) {
  if (spec.kind !== 'columns') return null
  const { series, line, isStacked } = spec
  const all = [...series, ...(line ? [line] : [])]
  if (all.length < 2) return null
  return (
    <ul
      className={`${styles['legend']} ${isStacked ? styles['narrowOnly'] : ''}`}
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
