import {
  IconArchive,
  IconArchiveOff,
  IconArrowMerge,
  IconChecklist,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Account } from '@ourmoney/shared/account/account.ts'
import { useHistoryEntry } from '../../acts/use-history-entry.tsx'
import { useMayWrite } from '../../acts/may-write.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import { AccountDialog } from './account-dialog.tsx'
import type { Held } from './groups.ts'
import { MergeAccount } from './merge-account.tsx'
import { StatementDialog } from './statement-dialog.tsx'
import { useAccountActs } from './use-account-acts.ts'

type Open =
  | { readonly dialog: 'new' }
  | { readonly dialog: 'edit' | 'merge' | 'statement'; readonly held: Held }

/** What can be done to accounts from a menu, and the dialogs that it takes. */
export function useAccountDialogs(lookups: LookupsAnswer | undefined): {
  readonly openNew: () => void
  readonly openStatement: (held: Held) => void
  readonly entriesOf: (held: Held) => readonly MenuEntry[]
  readonly dialog: ReactNode
} {
  const { t } = useWords()
  const navigate = useNavigate()
  const acts = useAccountActs()
  const historyOf = useHistoryEntry()
  const mayWrite = useMayWrite()
  const [search, setSearch] = useSearchParams()
  const [picked, setOpen] = useState<Open>()
  // The commands open it by the address.
  const open: Open | undefined = !mayWrite
    ? undefined
    : (picked ?? (search.get('new') === '' ? { dialog: 'new' } : undefined))
  const accounts = lookups?.accounts ?? []
  function close() {
    setOpen(undefined)
    if (search.get('new') === '') setSearch({}, { replace: true })
  }
  const others = ({ _id, currency }: Account) =>
    accounts.filter(
      each =>
        each._id !== _id && each.closed !== true && each.currency === currency,
    )

  function entriesOf(held: Held): readonly MenuEntry[] {
    const { account, balance } = held
    if (!mayWrite) return [historyOf(account._id)]
    const isClosed = account.closed === true
    const size = 18
    return [
      {
        id: 'statement',
        name: t('accounts.reconcile'),
        icon: <IconChecklist size={size} aria-hidden />,
        onPress: () => setOpen({ dialog: 'statement', held }),
      },
      {
        id: 'edit',
        name: t('common.edit'),
        icon: <IconPencil size={size} aria-hidden />,
        onPress: () => setOpen({ dialog: 'edit', held }),
      },
      ...(others(account).length === 0
        ? []
        : [
            {
              id: 'merge',
              name: t('accounts.mergeMenu'),
              icon: <IconArrowMerge size={size} aria-hidden />,
              onPress: () => setOpen({ dialog: 'merge', held }),
            },
          ]),
      historyOf(account._id),
      {
        id: 'close',
        name: isClosed ? t('accounts.reopen') : t('accounts.close'),
        icon: isClosed ? (
          <IconArchiveOff size={size} aria-hidden />
        ) : (
          <IconArchive size={size} aria-hidden />
        ),
        onPress: () =>
          void (isClosed ? acts.reopen(account) : acts.close(account)),
      },
      ...(balance.count > 0
        ? []
        : [
            {
              id: 'delete',
              name: t('common.delete'),
              icon: <IconTrash size={size} aria-hidden />,
              isDanger: true,
              onPress: () => void acts.remove(account),
            },
          ]),
    ]
  }

  function dialogOf(): ReactNode {
    if (open === undefined) return null
    if (open.dialog === 'new') {
      return (
        <AccountDialog
          isUnused
          currencies={currenciesOf(lookups)}
          onSave={fields => acts.create(fields, accounts.length)}
          onClose={close}
        />
      )
    }
    const { account, balance } = open.held
    switch (open.dialog) {
      case 'edit':
        return (
          <AccountDialog
            edits={account}
            isUnused={balance.count === 0}
            currencies={currenciesOf(lookups)}
            onSave={fields => acts.edit(account, fields)}
            onClose={close}
          />
        )
      case 'merge':
        return (
          <MergeAccount
            account={account}
            balance={balance}
            others={others(account)}
            onMerged={into => void navigate(`/accounts/${into}`)}
            onClose={close}
          />
        )
      case 'statement':
        return (
          <StatementDialog
            account={account}
            onStart={({ date, minor }) => {
              close()
              void navigate(
                `/accounts/${account._id}?statement=${date}&says=${minor}`,
              )
            }}
            onClose={close}
          />
        )
    }
  }

  return {
    openNew: () => setOpen({ dialog: 'new' }),
    openStatement: held => setOpen({ dialog: 'statement', held }),
    entriesOf,
    dialog: dialogOf(),
  }
}

/** The ledger's own first. */
function currenciesOf(lookups: LookupsAnswer | undefined): readonly string[] {
  const own = lookups?.ledger?.currency ?? 'EUR'
  const others = (lookups?.currencies ?? []).filter(each => each !== own)
  return [own, ...others]
}
