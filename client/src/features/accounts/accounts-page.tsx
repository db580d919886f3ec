import { IconChevronRight, IconPlus, IconWallet } from '@tabler/icons-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Link, useSearchParams } from 'react-router'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { filterToSearch } from '@ourmoney/shared/transaction/filter.ts'
import { useMayWrite, Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import type { BalancesAnswer } from '../../data/views/accounts.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { longDate, today } from '../../ui/dates.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { Amount } from '../../ui/amount.tsx'
import { useWords } from '../../words/words.ts'
import { AccountGroup } from './account-groups.tsx'
import { AccountIcon } from './account-icon.tsx'
import { AccountRow } from './account-row.tsx'
import styles from './accounts.module.css'
import { groupAccounts, moved, type Held } from './groups.ts'
import { useAccountActs } from './use-account-acts.ts'
import { useAccountDialogs } from './use-account-dialogs.tsx'

/** All accounts with what is in them at the end of a day, today's unless the address says another. */
export default function AccountsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('on') ?? ''
  const date = isLocalDate(asked) ? asked : today()
  const lookups = useView({ view: 'lookups' })
  const balances = useView({ view: 'balances', date })
  const acts = useAccountActs()
  const mayWrite = useMayWrite()
  const { openNew, entriesOf, dialog } = useAccountDialogs(lookups)
  if (lookups === undefined || balances === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const { open, closed } = groupAccounts(lookups.accounts, balances)

  return (
    <Page>
      <header className={styles['head']}>
        <h1>{t('accounts.title')}</h1>
        <Writers>
          <Button kind="primary" onPress={openNew}>
            <IconPlus size={18} aria-hidden />
            {t('accounts.new')}
          </Button>
        </Writers>
      </header>
      {lookups.accounts.length === 0 ? (
        <EmptyState
          icon={<IconWallet size={48} stroke={1.25} aria-hidden />}
          title={t('accounts.emptyTitle')}
          words={t('accounts.emptyWords')}
        >
          <Writers>
            <Button kind="primary" onPress={openNew}>
              <IconPlus size={18} aria-hidden />
              {t('accounts.new')}
            </Button>
          </Writers>
        </EmptyState>
      ) : (
        <>
          <Total
            balances={balances}
            lookups={lookups}
            date={date}
            onDate={next =>
              setSearch(next === '' || next === today() ? {} : { on: next }, {
                replace: true,
              })
            }
          />
          {open.map(group => (
            <AccountGroup
              key={group.type}
              group={group}
              base={balances.base}
              entriesOf={held => [
                ...entriesOf(held),
                ...(mayWrite ? moveEntries(group.held, held) : []),
              ]}
              onMove={(id, target, place) =>
                void acts.order(moved(open, id, target, place))
              }
            />
          ))}
          {closed.length > 0 && (
            <Closed held={closed} base={balances.base} entriesOf={entriesOf} />
          )}
          {balances.without > 0 && (
            <Without
              count={balances.without}
              accounts={open.flatMap(({ held }) => held)}
              onGather={({ account }) => void acts.gather(account)}
            />
          )}
        </>
      )}
      {dialog}
    </Page>
  )

  /** The same by menu as by dragging. */
  function moveEntries(group: readonly Held[], held: Held): MenuEntry[] {
    const id = held.account._id
    const at = group.findIndex(({ account }) => account._id === id)
    return (
      [
        ['up', 'before', group[at - 1]],
        ['down', 'after', group[at + 1]],
      ] as const
    ).flatMap(([way, place, other]) =>
      other === undefined
        ? []
        : [
            {
              id: way,
              name: t(`accounts.move_${way}`),
              onPress: () =>
                void acts.order(moved(open, id, other.account._id, place)),
            },
          ],
    )
  }
}

type TotalProps = {
  readonly balances: BalancesAnswer
  readonly lookups: LookupsAnswer
  readonly date: string
  readonly onDate: (date: string) => void
}

/** Of all accounts together, and what that leaves out. */
function Total({ balances, lookups, date, onDate }: TotalProps) {
  const { t, locale } = useWords()
  const { totalMinor, base, missing } = balances
  const left = lookups.accounts
    .filter(({ _id }) => missing.includes(_id))
    .map(({ name }) => name)
  return (
    <section className={styles['total']} aria-label={t('accounts.total')}>
      <div>
        <h2>
          {date === today()
            ? t('accounts.totalNow')
            : t('accounts.totalOn', { date: longDate(date, locale) })}
        </h2>
        <strong className={styles['figure']}>
          <Amount minor={totalMinor} currency={base} locale={locale} />
        </strong>
        {left.length > 0 && (
          <p className={styles['warning']}>
            <Link to="/currencies">
              {t('accounts.missing', {
                names: new Intl.ListFormat(locale).format(left),
              })}
            </Link>
          </p>
        )}
      </div>
      <div className={styles['on']}>
        <DateField label={t('accounts.on')} value={date} onChange={onDate} />
      </div>
    </section>
  )
}

type ClosedProps = {
  readonly held: readonly Held[]
  readonly base: string
  readonly entriesOf: (held: Held) => readonly MenuEntry[]
}

/** Folded: they are looked at seldom. */
function Closed({ held, base, entriesOf }: ClosedProps) {
  const { t } = useWords()
  return (
    <Disclosure className={styles['card'] ?? ''}>
      <Heading level={2} className={styles['fold'] ?? ''}>
        <AriaButton slot="trigger">
          <IconChevronRight size={18} aria-hidden />
          {t('accounts.closed', { count: held.length })}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul className={styles['rows']}>
          {held.map(each => (
            <li key={each.account._id} className={styles['row']}>
              <AccountRow
                held={each}
                base={base}
                isOrdered={false}
                entries={entriesOf(each)}
              />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  )
}

type WithoutProps = {
  readonly count: number
  readonly accounts: readonly Held[]
  readonly onGather: (held: Held) => void
}

/** Brought in from a file, for instance: where they are, and a way to give them an account. */
function Without({ count, accounts, onGather }: WithoutProps) {
  const { t } = useWords()
  const search = filterToSearch({ accounts: ['none'] })
  return (
    <div className={styles['without']}>
      <p className={styles['quiet']}>
        {t('accounts.without', { count })}{' '}
        <Link to={`/transactions?${search}`}>{t('common.show')}</Link>
      </p>
      <Writers>
        <Menu
          label={t('accounts.gather')}
          entries={accounts.map(held => ({
            id: held.account._id,
            name: held.account.name,
            icon: <AccountIcon type={held.account.type} isBare />,
            onPress: () => onGather(held),
          }))}
        >
          <AriaButton className={styles['gather'] ?? ''}>
            {t('accounts.gather')}
          </AriaButton>
        </Menu>
      </Writers>
    </div>
  )
}
