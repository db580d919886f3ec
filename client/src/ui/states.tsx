import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import styles from './state.module.css'

type EmptyStateProps = {
  readonly icon?: ReactNode
  readonly title: string
  readonly words?: ReactNode
  /** What to do next. */
  readonly children?: ReactNode
  /** There is nothing else on the page. */
  readonly isPage?: boolean | undefined
}

export function EmptyState(props: EmptyStateProps) {
  const { icon, title, words, children, isPage = false } = props
  const Title = isPage ? 'h1' : 'h2'
  return (
    <section className={styles['empty']}>
      {icon}
      <Title>{title}</Title>
      {words !== undefined && <p>{words}</p>}
      {children !== undefined && <footer>{children}</footer>}
    </section>
  )
}

type ProgressProps = {
  readonly label: string
  readonly done: number
  readonly all: number
  /** How far, in words. */
  readonly words: string
}

export function Progress({ label, done, all, words }: ProgressProps) {
  const percent = all === 0 ? 0 : Math.min(100, (done / all) * 100)
  return (
    <ProgressBar
      className={styles['progress'] ?? ''}
      aria-label={label}
      value={percent}
      valueLabel={words}
    >
      <div>
        <span>{label}</span>
        <span>{words}</span>
      </div>
      <span className={styles['track']}>
        <span
          className={styles['fill']}
          style={{ inlineSize: `${percent}%` }}
        />
      </span>
    </ProgressBar>
  )
}

/** Nothing for the first 300 ms, so that what is quick does not flash. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <output className={styles['waiting']} aria-label={label}>
      <span className={styles['spinner']} />
    </output>
  )
}

export type Tone = 'quiet' | 'good' | 'bad' | 'warning'

type MarkProps = {
  readonly icon: ReactNode
  readonly words: string
  readonly tone?: Tone | undefined
  /** Only the icon is seen; the words are read out and shown on hover. */
  readonly isSmall?: boolean | undefined
}

/** A small state: icon and words, never colour alone. */
export function Mark({
  icon,
  words,
  tone = 'quiet',
  isSmall = false,
}: MarkProps) {
  return (
    <span
      className={`${styles['mark']} ${styles[tone] ?? ''}`}
      {...(isSmall && { title: words })}
    >
      {icon}
      <span className={isSmall ? 'visually-hidden' : ''}>{words}</span>
    </span>
  )
}

type NoticeProps = {
  readonly children: ReactNode
  readonly isBad?: boolean | undefined
  readonly actions?: ReactNode
}

/** Something to know that stays until it is dealt with. */
export function Notice({ children, isBad = false, actions }: NoticeProps) {
  return (
    <div
      className={`${styles['notice']} ${isBad ? styles['noticeBad'] : ''}`}
      role={isBad ? 'alert' : 'status'}
    >
      {isBad ? (
        <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
      ) : (
        <IconInfoCircle size={20} stroke={1.75} aria-hidden />
      )}
      <p>{children}</p>
      {actions}
    </div>
  )
}
