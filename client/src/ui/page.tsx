import { useId, type ReactNode } from 'react'
import styles from './page.module.css'

type PageProps = {
  readonly children: ReactNode
  /** Has tables, so it takes all the room there is. */
  readonly isWide?: boolean | undefined
}

/** One column, as wide as is easy to read. */
export function Page({ children, isWide = false }: PageProps) {
  return (
    <div className={`${styles['page']} ${isWide ? styles['wide'] : ''}`}>
      {children}
    </div>
  )
}

type CardProps = {
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** What belongs together on a page, under its name. */
export function Card({ title, children }: CardProps) {
  const id = useId()
  if (title === undefined) {
    return <section className={styles['card']}>{children}</section>
  }
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

type CardLineProps = {
  readonly title: string
  readonly note?: ReactNode
  /** What can be done about it. */
  readonly children?: ReactNode
}

/** One thing of a card. */
export function CardLine({ title, note, children }: CardLineProps) {
  return (
    <div className={styles['line']}>
      <div>
        <strong dir="auto">{title}</strong>
        {note !== undefined && <small>{note}</small>}
      </div>
      {children !== undefined && (
        <div className={styles['lineEnd']}>{children}</div>
      )}
    </div>
  )
}
