import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import type {
  PairsAnswer,
  TransactionRow,
} from '../../data/views/transactions.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { dayName } from '../../ui/dates.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { usePageCommands } from '../../ui/page-commands.ts'
import { useWords } from '../../words/words.ts'
import styles from './parts.module.css'
import type { Names } from './use-names.ts'
import { usePairActs } from './use-pair-acts.ts'

type PairsProps = { readonly names: Names }

const most = 50

/** Offers, where there are any, what may be transfers in two pieces. */
export function Pairs({ names }: PairsProps) {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const isOpen = search.has('pairs')
  const found = useView({ view: 'pairs', most: 0 })?.count ?? 0
  const count = useMayWrite() ? found : 0
  const words = t('transfers.maybe', { count })

  function open(isWanted: boolean) {
    setSearch(
      now => {
        const next = new URLSearchParams(now)
        if (isWanted) next.set('pairs', '')
        else next.delete('pairs')
        return next
      },
      { replace: !isWanted, preventScrollReset: true },
    )
  }

  const icon = <IconArrowsLeftRight size={18} aria-hidden />
  usePageCommands(
    count > 0
      ? [{ id: 'pairs', name: words, icon, run: () => open(true) }]
      : [],
  )
  return (
    <>
      {count > 0 && (
        <Chip onPress={() => open(true)}>
          <IconArrowsLeftRight size={14} aria-hidden />
          {words}
        </Chip>
      )}
      {isOpen && (
        <Dialog
          title={t('transfers.pairsTitle')}
          closeLabel={t('common.close')}
          isOpen
          isWide
          onClose={() => open(false)}
        >
          <PairList names={names} />
        </Dialog>
      )}
    </>
  )
}

function PairList({ names }: PairsProps) {
  const { t } = useWords()
  const found = useView({ view: 'pairs', most })
  if (found === undefined) return null
  if (found.count === 0) return <p>{t('transfers.noPairs')}</p>
  return (
    <>
      <p className={styles['quiet']}>{t('transfers.pairsWords')}</p>
      <ul className={styles['pairs']}>
        {found.pairs.map(pair => (
          <li key={pair.out.id}>
            <Pair pair={pair} names={names} />
          </li>
        ))}
      </ul>
      {found.count > most && (
        <p className={styles['quiet']}>
          {t('transfers.morePairs', { count: found.count - most })}
        </p>
      )}
    </>
  )
}

type PairProps = {
  readonly pair: PairsAnswer['pairs'][number]
  readonly names: Names
}

/** Both sides, and what can be made of them. */
function Pair({ pair: { out, into }, names }: PairProps) {
  const { t, locale } = useWords()
  return (
    <div className={styles['pair']}>
      <div className={styles['sides']}>
        <SideLine row={out} names={names} />
        <SideLine row={into} names={names} />
      </div>
      <Amount
        minor={Math.abs(out.minor)}
        currency={out.currency}
        locale={locale}
        sign="never"
      />
      <PairButtons
        ids={[out.id, into.id]}
        name={out.description || t(`common.${out.type}`)}
      />
    </div>
  )
}

type SideLineProps = { readonly row: TransactionRow; readonly names: Names }

/** `Cash machine · Bank · 18 Nov`. */
function SideLine({ row, names }: SideLineProps) {
  const { t, locale } = useWords()
  const date = dayName(row.date, locale, {
    today: t('common.today'),
    yesterday: t('common.yesterday'),
  })
  const about = [names.account(row.account), date]
  return (
    <span>
      <bdi>{row.description || t(`common.${row.type}`)}</bdi>
      <small dir="auto">{about.filter(Boolean).join(' · ')}</small>
    </span>
  )
}

type PairButtonsProps = {
  readonly ids: readonly [string, string]
  /** Of one of them, for who does not see where the buttons stand. */
  readonly name: string
}

function PairButtons({ ids, name }: PairButtonsProps) {
  const { t } = useWords()
  const { join, keepApart } = usePairActs()
  return (
    <div className={styles['pairButtons']} role="group" aria-label={name}>
      <Button kind="plain" onPress={() => void keepApart(ids)}>
        {t('transfers.notOne')}
      </Button>
      <Button onPress={() => void join(ids)}>
        <IconArrowsLeftRight size={18} aria-hidden />
        {t('transfers.join')}
      </Button>
    </div>
  )
}

type PairHintProps = { readonly id: string; readonly names: Names }

/** Beside a record: what it may be one transfer with. */
export function PairHint({ id, names }: PairHintProps) {
  const { t } = useWords()
  const found = useView({ view: 'pairs', of: id, most: 1 })
  const pair = found?.pairs[0]
  if (pair === undefined) return null
  const other = pair.out.id === id ? pair.into : pair.out
  return (
    <section className={styles['hint']}>
      <h3 className={styles['heading']}>{t('transfers.maybeWith')}</h3>
      <SideLine row={other} names={names} />
      <PairButtons
        ids={[pair.out.id, pair.into.id]}
        name={t('transfers.maybeWith')}
      />
    </section>
  )
}
