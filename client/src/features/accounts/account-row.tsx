import { IconDots } from '@tabler/icons-react'
import { Link } from 'react-router'
import { ConflictMark } from '../../acts/conflict-mark.tsx'
import { Amount } from '../../ui/amount.tsx'
import { IconButton } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { DragHandle } from '../../ui/drag-handle.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import { AccountIcon } from './account-icon.tsx'
import styles from './accounts.module.css'
import type { Held } from './groups.ts'

type AccountRowProps = {
  readonly held: Held
  readonly base: string
  /** It can be dragged to another place. */
  readonly isOrdered: boolean
  readonly entries: readonly MenuEntry[]
}

/** One account with what is in it; its name leads to its list. */
export function AccountRow({
  held: { account, balance },
  base,
  isOrdered,
  entries,
}: AccountRowProps) {
  const { t, locale } = useWords()
  const { name, currency, statementDate } = account
  const { minor, baseMinor, lacking } = balance
  const about = [
    statementDate === undefined
      ? undefined
      : t('accounts.reconciledTo', { date: longDate(statementDate, locale) }),
    lacking === 0 ? undefined : t('accounts.lacking', { count: lacking }),
  ].filter(each => each !== undefined)
  return (
    <>
      {isOrdered ? (
        <DragHandle label={t('accounts.move', { name })} />
      ) : (
        <span />
      )}
      <AccountIcon type={account.type} />
      <span className={styles['name']}>
        <Link to={`/accounts/${account._id}`} dir="auto">
          {name}
        </Link>
        <ConflictMark doc={account} />
        {about.length > 0 && <small>{about.join(' · ')}</small>}
      </span>
      <span className={styles['sums']}>
        <Amount minor={minor} currency={currency} locale={locale} />
        {currency !== base && (
          <small>
            {baseMinor === undefined ? (
              t('accounts.noRate')
            ) : (
              <Amount minor={baseMinor} currency={base} locale={locale} />
            )}
          </small>
        )}
      </span>
      {entries.length > 0 && (
        <Menu label={t('accounts.acts', { name })} entries={entries}>
          <IconButton label={t('accounts.acts', { name })}>
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu>
      )}
    </>
  )
}
