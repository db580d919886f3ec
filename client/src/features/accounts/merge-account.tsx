import type { Account } from '@ourmoney/shared/account/account.ts'
import { MergeDialog } from '../../acts/merge-dialog.tsx'
import type { AccountBalance } from '../../data/views/accounts.ts'
import { useWords } from '../../words/words.ts'
import { AccountIcon } from './account-icon.tsx'
import styles from './accounts.module.css'

type MergeAccountProps = {
  readonly account: Account
  readonly balance: AccountBalance
  /** Open ones of its currency. */
  readonly others: readonly Account[]
  readonly onMerged: (into: string) => void
  readonly onClose: () => void
}

/** Lets another account take over this one. */
export function MergeAccount(props: MergeAccountProps) {
  const { account, balance, others, onMerged, onClose } = props
  const { t } = useWords()
  const { _id, name } = account
  return (
    <MergeDialog
      merging={{ of: 'account', from: _id, name }}
      choices={others.map(each => ({
        id: each._id,
        name: each.name,
        icon: <AccountIcon type={each.type} isBare />,
      }))}
      onMerged={onMerged}
      onClose={onClose}
    >
      <ul className={styles['points']}>
        <li>{t('accounts.mergeCount', { count: balance.count, name })}</li>
        <li>{t('accounts.mergeOpening')}</li>
        <li>{t('accounts.mergeTransfers')}</li>
        {balance.locked > 0 && (
          <li>{t('accounts.mergeLocked', { count: balance.locked })}</li>
        )}
      </ul>
    </MergeDialog>
  )
}
