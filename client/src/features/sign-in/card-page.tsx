import type { ReactNode } from 'react'
import { Logo } from '../../ui/logo.tsx'
import styles from './sign-in.module.css'

type CardPageProps = {
  readonly title: string
  readonly words: string
  readonly children: ReactNode
}

/** One thing to do, in the middle of an otherwise empty page. */
export function CardPage({ title, words, children }: CardPageProps) {
  return (
    <main className={styles['page']}>
      <Logo size={48} />
      <section className={styles['card']}>
        <header>
          <h1>{title}</h1>
          <p>{words}</p>
        </header>
        {children}
      </section>
    </main>
  )
}
