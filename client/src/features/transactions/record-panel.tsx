import {
  IconArrowsSplit,
  IconPencil,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import { ConflictNotice } from '../../acts/conflict-mark.tsx'
import { Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { longDate, momentName } from '../../ui/dates.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { usePageCommands } from '../../ui/page-commands.ts'
import { Notice } from '../../ui/states.tsx'
import { TransactionAmount } from '../../ui/transaction-amount.tsx'
import { useWords } from '../../words/words.ts'
import { forWhomWords } from './for-whom-words.ts'
import { OfRule } from './of-rule.tsx'
import { PairHint } from './pairs.tsx'
import { rateFacts } from './rate-facts.ts'
import { Receipts } from './receipts.tsx'
import { markWords, Unlock } from './record-marks.tsx'
import { RecordParts } from './record-parts.tsx'
import { SyncOf } from './sync-of.tsx'
import { RecordMore } from './record-more.tsx'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'
import { usePairActs } from './use-pair-acts.ts'

type RecordPanelProps = {
  readonly id: string
  readonly names: Names
  /** Beside the list, where there is room. */
  readonly isSide: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

export default function RecordPanel(props: RecordPanelProps) {
  const { t } = useWords()
  const { isSide, onClose } = props
  if (isSide) {
    return (
      <aside className={styles['panel']} aria-label={t('transactions.details')}>
        <RecordFacts {...props} />
      </aside>
    )
  }
  return (
    <Dialog
      title={t('transactions.details')}
      closeLabel={t('common.close')}
      isOpen
      isUntitled
      onClose={onClose}
    >
      <RecordFacts {...props} />
    </Dialog>
  )
}

function RecordFacts({
  id,
  names,
  isSide,
  onEdit,
  onRemove,
  onClose,
}: RecordPanelProps) {
  const { t, locale } = useWords()
  const record = useView({ view: 'record', id })
  if (record === undefined) return null
  const { doc, isNewer, sync } = record
  if (isNewer) return <Notice>{t('common.newerVersion')}</Notice>
  if (doc?.kind !== 'transaction' || doc._deleted === true) {
    return <Notice>{t('transactions.gone')}</Notice>
  }
  const by = (member: string | undefined) => {
    const name = names.member(member)
    return name === undefined ? '' : ` ${t('transactions.by', { name })}`
  }
  const isTransfer = doc.type === 'transfer'
  const facts = [
    [t('common.date'), longDate(doc.date, locale)],
    [t('common.category'), names.category(doc.category)?.name],
    [t('names.payee'), names.payee(doc.payee)],
    [
      isTransfer ? t('transfers.from') : t('common.account'),
      names.account(doc.account),
    ],
    [t('common.toAccount'), names.account(doc.toAccount)],
    [t('accounts.statement'), markWords(doc, names, t)],
    [t('transfers.arrives'), arrivesWords(doc, names, locale)],
    [t('common.member'), names.member(doc.member)],
    [t('splits.forWhom'), forWhomWords(doc, doc.currency, names, t, locale)],
    [t('common.tags'), doc.tags?.join(', ')],
    [t('common.notes'), doc.notes],
    ...rateFacts(doc, names.currency, t, locale),
    [
      t('transactions.source'),
      doc.source === undefined
        ? undefined
        : doc.source.format === 'earlier-system'
          ? t('transactions.fromEarlier')
          : doc.source.format,
    ],
    [
      t('transactions.createdAt'),
      doc.createdAt === undefined
        ? undefined
        : momentName(doc.createdAt, locale) + by(doc.createdBy),
    ],
    [
      t('transactions.updatedAt'),
      doc.updatedAt === undefined
        ? undefined
        : momentName(doc.updatedAt, locale) + by(doc.updatedBy),
    ],
  ] as const
  return (
    <div className={`${styles['record']} ${isSide ? '' : styles['inSheet']}`}>
      <header className={styles['recordHead']}>
        <div className={styles['recordName']}>
          <h2 dir="auto">
            {doc.description ||
              names.payee(doc.payee) ||
              t(`common.${doc.type}`)}
          </h2>
          <RecordMore doc={doc} names={names} />
          {isSide && (
            <IconButton
              label={t('common.close')}
              shortcut="Esc"
              onPress={onClose}
            >
              <IconX size={20} aria-hidden />
            </IconButton>
          )}
        </div>
        <span className={styles['recordAmount']}>
          <TransactionAmount
            type={doc.type}
            minor={doc.minor}
            currency={doc.currency}
            locale={locale}
          />
        </span>
        <span className={styles['about']}>
          <span className={styles['quiet']}>{t(`common.${doc.type}`)}</span>
          <SyncOf state={sync} isSmall={false} />
        </span>
      </header>
      <ConflictNotice doc={doc} />
      <dl className={styles['facts']}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {doc.recurring !== undefined && <OfRule id={doc.recurring} />}
      {doc.splits !== undefined && <RecordParts doc={doc} names={names} />}
      <Writers>
        {isTransfer ? (
          <TakeApart id={id} />
        ) : (
          <PairHint id={id} names={names} />
        )}
      </Writers>
      <Receipts transaction={doc._id} />
      <Writers>
        <DialogActions>
          <Unlock doc={doc} />
          <Button kind="danger" onPress={onRemove}>
            <IconTrash size={18} aria-hidden />
            {t('common.delete')}
          </Button>
          <Button kind="primary" onPress={onEdit}>
            <IconPencil size={18} aria-hidden />
            {t('common.edit')}
          </Button>
        </DialogActions>
      </Writers>
    </div>
  )
}

function TakeApart({ id }: { readonly id: string }) {
  const { t } = useWords()
  const { separate } = usePairActs()
  const name = t('transfers.separate')
  const icon = <IconArrowsSplit size={18} aria-hidden />
  const run = () => void separate(id)
  usePageCommands([{ id: 'separate', name, icon, run }])
  return (
    <div className={styles['more']}>
      <Button kind="plain" onPress={run}>
        {icon}
        {name}
      </Button>
    </div>
  )
}

/** What comes into the other account, where that is of another currency. */
function arrivesWords(
  { toAccount, toMinor }: TransactionDoc,
  names: Names,
  locale: string,
): string | undefined {
  if (toMinor === undefined) return undefined
  return formatMoney(toMinor, names.currencyOf(toAccount), locale)
}
