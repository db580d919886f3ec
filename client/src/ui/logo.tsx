import styles from './chip.module.css'

/** Two coins that share an edge: one purse of two people. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg
      className={styles['logo']}
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden
    >
      <rect width="64" height="64" rx="15" fill="#121214" />
      <circle
        cx="25"
        cy="32"
        r="14"
        fill="none"
        stroke="#00b37e"
        strokeWidth="6"
      />
      <path
        d="M39 18a14 14 0 1 1-8.5 25.1"
        fill="none"
        stroke="#f4f5f4"
        strokeWidth="6"
        strokeLinecap="round"
      />
    </svg>
  )
}
