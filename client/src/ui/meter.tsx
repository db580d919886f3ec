import styles from './meter.module.css'

type MeterProps = {
  /** What a screen reader says: name, amounts and state. */
  readonly words: string
  /** Of the whole in parts of ten thousand; more than that is over. */
  readonly filled: number
  /** Where it would be if it went evenly, in the same parts. */
  readonly even?: number | undefined
  readonly tone: 'good' | 'warning' | 'bad'
}

const whole = 10_000

/** How much of something is used; the words beside it say the same. */
export function Meter({ words, filled, even, tone }: MeterProps) {
  const share = Math.max(0, Math.min(whole, filled))
  return (
    <div
      className={styles['meter']}
      role="meter"
      aria-label={words}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share / 100)}
      aria-valuetext={words}
    >
      <span className={styles['track']}>
        <span
          className={`${styles['fill']} ${styles[tone] ?? ''}`}
          style={{ inlineSize: `${share / 100}%` }}
        />
      </span>
      {even !== undefined && even >= 0 && even <= whole && (
        <span
          className={styles['even']}
          style={{ insetInlineStart: `${even / 100}%` }}
        />
      )}
    </div>
  )
}
