import { IconArrowLeft, IconChecklist, IconDots } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { isLocalDate } from '@ourmoney/shared/calendar/local-date.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { Amount } from '../../ui/amount.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { longDate, today } from '../../ui/dates.ts'
import { Menu } from '../../ui/menu.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { AccountIcon } from './account-icon.tsx'
import styles from './accounts.module.css'
import type { Held } from './groups.ts'
import type { Statement } from './statement-dialog.tsx'
import { StatementBar } from './statement-bar.tsx'
import { useAccountDialogs } from './use-account-dialogs.tsx'

type AccountPageProps = {
  /** Its transactions, which another errand owns. */
  readonly list: ComponentType<{
    readonly account: string
    readonly statementDate: string | undefined
    readonly bar: ReactNode
  }>
}

/** One account: what is in it, its transactions with a running balance, and its statement. */
export default function AccountPage({ list: List }: AccountPageProps) {
  const { t } = useWords()
  const { id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const mayWrite = useMayWrite()
  const lookups = useView({ view: 'lookups' })
  const balances = useView({ view: 'balances', date: today() })
  const { openStatement, entriesOf, dialog } = useAccountDialogs(lookups)
  if (lookups === undefined || balances === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  // Who follows an old link finds what it was merged into.
  const standing = lookups.merged[id] ?? id
  const account = lookups.accounts.find(({ _id }) => _id === standing)
  const balance = balances.accounts.find(each => each.id === standing)
  if (account === undefined || balance === undefined) {
    return (
      <EmptyState title={t('accounts.gone')} isPage>
        <Link to="/accounts">{t('accounts.back')}</Link>
      </EmptyState>
    )
  }
  const held = { account, balance }
  const statement = mayWrite ? statementOf(search) : undefined
  const leave = () =>
    setSearch(now => {
      now.delete('statement')
      now.delete('says')
      return now
    })

  return (
    <div>
      <div className={styles['accountHead']}>
        <Link to="/accounts" className={styles['back'] ?? ''}>
          <IconArrowLeft size={16} aria-hidden />
          {t('accounts.back')}
        </Link>
        <Head held={held}>
          {mayWrite && statement === undefined && (
            <div className={styles['acts']}>
              <Button onPress={() => openStatement(held)}>
                <IconChecklist size={18} aria-hidden />
                {t('accounts.reconcile')}
              </Button>
              <Menu
                label={t('accounts.acts', { name: account.name })}
                entries={entriesOf(held)}
              >
                <IconButton label={t('accounts.acts', { name: account.name })}>
                  <IconDots size={20} aria-hidden />
                </IconButton>
              </Menu>
            </div>
          )}
        </Head>
      </div>
      <List
        account={account._id}
        statementDate={statement?.date}
        bar={
          statement && (
            <StatementBar
              account={account}
              statement={statement}
              me={lookups.me}
              onLeave={leave}
            />
          )
        }
      />
      {dialog}
    </div>
  )
}

type HeadProps = {
  readonly held: Held
  readonly children: ReactNode
}

function Head({ held: { account, balance }, children }: HeadProps) {
  const { t, locale } = useWords()
  const { name, type, currency, statementDate, closed } = account
  const about = [
    t(`accounts.type_${type}`),
    closed === true ? t('accounts.isClosed') : undefined,
    statementDate === undefined
      ? undefined
      : t('accounts.reconciledTo', { date: longDate(statementDate, locale) }),
    balance.lacking === 0
      ? undefined
      : t('accounts.lacking', { count: balance.lacking }),
  ].filter(each => each !== undefined)
  return (
    <header className={styles['accountName']}>
      <AccountIcon type={type} />
      <div className={styles['name']}>
        <h1 dir="auto">{name}</h1>
        <small>{about.join(' · ')}</small>
      </div>
      <strong className={styles['figure']} title={t('accounts.balance')}>
        <span className="visually-hidden">{t('accounts.balance')}</span>
        <Amount minor={balance.minor} currency={currency} locale={locale} />
      </strong>
      {children}
    </header>
  )
}

/** What the address says of a statement that is being compared. */
function statementOf(search: URLSearchParams): Statement | undefined {
  const date = search.get('statement') ?? ''
  const says = search.get('says') ?? ''
  if (!isLocalDate(date) || !/^-?\d{1,15}$/.test(says)) return undefined
  return { date, minor: Number(says) }
}
