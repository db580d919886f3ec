import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBolt,
  IconBuildingStore,
  IconBuildingBank,
  IconCategory,
  IconCoins,
  IconFiles,
  IconHash,
  IconHome,
  IconList,
  IconLogin2,
  IconMoon,
  IconPlus,
  IconReceipt,
  IconRefresh,
  IconSearch,
  IconSettings,
  IconShoppingCart,
  IconStar,
  IconSun,
  IconTemplate,
  IconUser,
  IconWallet,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { useNavigate } from 'react-router'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import {
  filterToSearch,
  foldText,
} from '@ourmoney/shared/transaction/filter.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import { chooseTheme } from '../../platform/theme.ts'
import { dayName } from '../../ui/dates.ts'
import overlay from '../../ui/overlay.module.css'
import { pageCommands } from '../../ui/page-commands.ts'
import { useActWords } from '../../words/use-act-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './palette.module.css'
import { useRecordCommands } from './use-record-commands.tsx'

type PaletteProps = {
  readonly onClose: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

type Command = {
  readonly id: string
  readonly name: string
  readonly icon: ReactNode
  readonly shortcut?: string
  /** Day and amount of a transaction. */
  readonly details?: string
  readonly run: () => void
}

const mostFound = 40

/** Everything there is, found by typing. */
export default function Palette({ onClose, onUndo, onRedo }: PaletteProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [ofPage] = useState<readonly Command[]>(pageCommands)
  const actions: readonly Command[] = [
    ...ofPage,
    ...useActs(onUndo, onRedo),
    ...useRecordCommands(),
    ...useActions(),
  ]
  const things = useThings()
  const transactions = useTransactions(text)
  const words = foldText(text).split(/\s+/u).filter(Boolean)
  const commands = [
    ...[...actions, ...things].filter(({ name }) =>
      words.every(word => foldText(name).includes(word)),
    ),
    ...(text.trim() === '' ? [] : transactions),
  ].slice(0, mostFound)

  return (
    <ModalOverlay
      className={`${overlay['scrim']} ${overlay['atTop']}`}
      isOpen
      isDismissable
      onOpenChange={open => {
        if (!open) onClose()
      }}
    >
      <Modal className={`${overlay['modal']} ${overlay['wide']}`}>
        <Dialog
          className={styles['palette'] ?? ''}
          aria-label={t('shell.commands')}
        >
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField
              className={styles['search'] ?? ''}
              aria-label={t('shell.commands')}
              autoFocus
            >
              <IconSearch size={20} aria-hidden />
              <Input placeholder={t('shell.commandsHint')} dir="auto" />
            </TextField>
            <Menu
              className={styles['menu'] ?? ''}
              aria-label={t('shell.commands')}
              items={commands}
              onAction={id => {
                onClose()
                commands.find(each => each.id === id)?.run()
              }}
              renderEmptyState={() => (
                <p className={styles['nothing']}>{t('shell.nothingFound')}</p>
              )}
            >
              {({ id, name, icon, shortcut, details }) => (
                <MenuItem
                  id={id}
                  className={overlay['item'] ?? ''}
                  textValue={name}
                >
                  {icon}
                  <span dir="auto">{name}</span>
                  {shortcut !== undefined && <kbd>{shortcut}</kbd>}
                  {details !== undefined && <small>{details}</small>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What can be taken back and done again, named; nothing where there is none. */
function useActs(onUndo: () => void, onRedo: () => void): readonly Command[] {
  const { t } = useWords()
  const actWords = useActWords()
  const acts = useView({ view: 'acts' })
  return [
    ...(acts?.undo === undefined
      ? []
      : [
          {
            id: 'undo',
            name: t('acts.undo', { act: actWords(acts.undo) }),
            icon: <IconArrowBackUp size={18} aria-hidden />,
            shortcut: 'U',
            run: onUndo,
          },
        ]),
    ...(acts?.redo === undefined
      ? []
      : [
          {
            id: 'redo',
            name: t('acts.redo', { act: actWords(acts.redo) }),
            icon: <IconArrowForwardUp size={18} aria-hidden />,
            run: onRedo,
          },
        ]),
  ]
}

function useActions(): readonly Command[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const ledger = useLedger()
  const go = (to: string) => () => void navigate(to)
  return [
    {
      id: 'add',
      name: t('shell.addTransaction'),
      icon: <IconPlus size={18} aria-hidden />,
      shortcut: 'N',
      run: go('/transactions?new=expense'),
    },
    {
      id: 'quick',
      name: t('capture.quick'),
      icon: <IconBolt size={18} aria-hidden />,
      shortcut: 'Q',
      run: go('?open=quick'),
    },
    {
      id: 'templates',
      name: t('capture.templates'),
      icon: <IconTemplate size={18} aria-hidden />,
      run: go('?open=templates'),
    },
    {
      id: 'home',
      name: t('shell.goHome'),
      icon: <IconHome size={18} aria-hidden />,
      run: go('/'),
    },
    {
      id: 'transactions',
      name: t('shell.goTransactions'),
      icon: <IconList size={18} aria-hidden />,
      run: go('/transactions'),
    },
    {
      id: 'accounts',
      name: t('accounts.goAccounts'),
      icon: <IconBuildingBank size={18} aria-hidden />,
      run: go('/accounts'),
    },
    {
      id: 'new-account',
      name: t('accounts.new'),
      icon: <IconBuildingBank size={18} aria-hidden />,
      run: go('/accounts?new'),
    },
    {
      id: 'shopping',
      name: t('shopping.goShopping'),
      icon: <IconShoppingCart size={18} aria-hidden />,
      run: go('/shopping'),
    },
    {
      id: 'files',
      name: t('shell.goFiles'),
      icon: <IconFiles size={18} aria-hidden />,
      run: go('/files'),
    },
    {
      id: 'currencies',
      name: t('shell.goCurrencies'),
      icon: <IconCoins size={18} aria-hidden />,
      run: go('/currencies'),
    },
    {
      id: 'names',
      name: t('names.go'),
      icon: <IconCategory size={18} aria-hidden />,
      run: go('/names'),
    },
    {
      id: 'payees',
      name: t('names.goPayees'),
      icon: <IconBuildingStore size={18} aria-hidden />,
      run: go('/names?tab=payees'),
    },
    {
      id: 'tags',
      name: t('names.goTags'),
      icon: <IconHash size={18} aria-hidden />,
      run: go('/names?tab=tags'),
    },
    {
      id: 'settings',
      name: t('shell.goSettings'),
      icon: <IconSettings size={18} aria-hidden />,
      run: go('/settings'),
    },
    {
      id: 'sync',
      name: t('shell.syncNow'),
      icon: <IconRefresh size={18} aria-hidden />,
      run: () => void ledger.syncNow(),
    },
    {
      id: 'sign-in',
      name: t('shell.signIn'),
      icon: <IconLogin2 size={18} aria-hidden />,
      run: go('/sign-in'),
    },
    {
      id: 'ledgers',
      name: t('shell.switchLedger'),
      icon: <IconWallet size={18} aria-hidden />,
      run: go('/ledgers'),
    },
    {
      id: 'dark',
      name: t('shell.darkTheme'),
      icon: <IconMoon size={18} aria-hidden />,
      run: () => chooseTheme('dark'),
    },
    {
      id: 'light',
      name: t('shell.lightTheme'),
      icon: <IconSun size={18} aria-hidden />,
      run: () => chooseTheme('light'),
    },
    {
      id: 'system',
      name: t('shell.systemTheme'),
      icon: <IconSun size={18} aria-hidden />,
      run: () => chooseTheme('system'),
    },
  ]
}

/** Saved filters, templates, categories, payees, tags, members and accounts: each opens the list of its transactions. */
function useThings(): readonly Command[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const lookups = useView({ view: 'lookups' })
  const list = (search: string) => () =>
    void navigate(`/transactions?${search}`)
  return [
    ...(lookups?.savedFilters ?? []).map(({ _id, name, query }) => ({
      id: _id,
      name: t('shell.filterAs', { name }),
      icon: <IconStar size={18} aria-hidden />,
      run: list(query),
    })),
    ...(lookups?.templates ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('capture.templateAs', { name }),
      icon: <IconTemplate size={18} aria-hidden />,
      run: () =>
        void navigate('/transactions?new=expense', {
          state: { template: _id },
        }),
    })),
    ...(lookups?.categories ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('shell.categoryAs', { name }),
      icon: <IconCategory size={18} aria-hidden />,
      run: list(filterToSearch({ categories: [_id] })),
    })),
    ...(lookups?.payees ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('names.payeeAs', { name }),
      icon: <IconBuildingStore size={18} aria-hidden />,
      run: list(filterToSearch({ payees: [_id] })),
    })),
    ...(lookups?.tags ?? []).map(tag => ({
      id: `#${tag}`,
      name: t('names.tagAs', { name: tag }),
      icon: <IconHash size={18} aria-hidden />,
      run: list(filterToSearch({ tags: [tag] })),
    })),
    ...(lookups?.members ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('shell.memberAs', { name }),
      icon: <IconUser size={18} aria-hidden />,
      run: list(filterToSearch({ members: [_id] })),
    })),
    ...(lookups?.accounts ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('shell.accountAs', { name }),
      icon: <IconWallet size={18} aria-hidden />,
      run: () => void navigate(`/accounts/${_id}`),
    })),
  ]
}

function useTransactions(text: string): readonly Command[] {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const found = useView({
    view: 'transactions',
    filter: { text: text.trim() || undefined },
    order: newestFirst,
    from: 0,
    to: 8,
  })
  return (found?.rows ?? []).slice(0, 8).map(row => ({
    id: row.id,
    name: row.description || t(`common.${row.type}`),
    details: `${dayName(row.date, locale, { today: t('common.today'), yesterday: t('common.yesterday') })} · ${formatMoney(row.minor, row.currency, locale)}`,
    icon: <IconReceipt size={18} aria-hidden />,
    run: () => void navigate(`/transactions?record=${row.id}`),
  }))
}
