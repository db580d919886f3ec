import { IconReceipt } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { newestFirst } from '@ourmoney/shared/transaction/order.ts'
import { useView } from '../../data/hooks.tsx'
import { dayName } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import type { Command } from './command.ts'

const most = 8

/** Transactions that have the words in them, the newest first. */
export function useTransactionCommands(text: string): readonly Command[] {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const found = useView({
    view: 'transactions',
    filter: { text: text.trim() || undefined },
    order: newestFirst,
    from: 0,
    to: most,
  })
  return (found?.rows ?? []).slice(0, most).map(row => ({
    id: row.id,
    name: row.description || t(`common.${row.type}`),
    details: `${dayName(row.date, locale, { today: t('common.today'), yesterday: t('common.yesterday') })} · ${formatMoney(row.minor, row.currency, locale)}`,
    icon: <IconReceipt size={18} aria-hidden />,
    run: () => void navigate(`/transactions?record=${row.id}`),
  }))
}
