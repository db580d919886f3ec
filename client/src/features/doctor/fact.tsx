import type { ReactNode } from 'react'
import styles from './doctor.module.css'

/** Facts one below the other, each under its name. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles['facts']}>{children}</dl>
}

type FactProps = {
  readonly name: string
  readonly children: ReactNode
  /** Quieter, below it. */
  readonly note?: string | undefined
}

export function Fact({ name, children, note }: FactProps) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  )
}
