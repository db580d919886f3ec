import { IconLockOpen } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import {
  accountsOf,
  isLocked,
  markOf,
  type Marked,
} from '@ourmoney/shared/account/marks.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { useActs } from '../../acts/use-acts.ts'
import { IconButton } from '../../ui/button.tsx'
import { useWords } from '../../words/words.ts'
import type { Names } from './use-names.ts'

/** How far it is with the statements of its accounts: `reconciled in Bank`. */
export function markWords(
  doc: Marked,
  names: Names,
  t: TFunction,
): string | undefined {
  const words = accountsOf(doc).flatMap(account => {
    const mark = markOf(doc, account)
    const name = names.account(account) ?? ''
    if (mark === 'open') return []
    return mark === 'locked'
      ? t('accounts.lockedIn', { name })
      : t('accounts.tickedIn', { name })
  })
  return words.length === 0 ? undefined : words.join(', ')
}

type UnlockProps = { readonly doc: TransactionDoc }

/** Lets what was reconciled be changed like anything else. */
export function Unlock({ doc }: UnlockProps) {
  const { t } = useWords()
  const { save } = useActs()
  if (!isLocked(doc)) return null

  function unlock() {
    return save(
      [
        {
          change: 'edit',
          target: { ids: [doc._id] },
          set: { locked: undefined },
          locked: 'keep',
        },
      ],
      t('accounts.unlocked'),
    )
  }

  return (
    <IconButton label={t('accounts.unlock')} onPress={() => void unlock()}>
      <IconLockOpen size={20} aria-hidden />
    </IconButton>
  )
}
