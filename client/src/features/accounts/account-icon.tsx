import {
  IconBuildingBank,
  IconCash,
  IconCreditCard,
  IconHomeDollar,
  IconPigMoney,
  IconWallet,
} from '@tabler/icons-react'
import type { AccountType } from '@ourmoney/shared/account/account.ts'
import styles from './accounts.module.css'

const icons = {
  cash: IconCash,
  bank: IconBuildingBank,
  card: IconCreditCard,
  savings: IconPigMoney,
  loan: IconHomeDollar,
  other: IconWallet,
} as const satisfies Record<AccountType, unknown>

type AccountIconProps = {
  readonly type: AccountType
  /** Without its round ground: beside a name in a list of choices. */
  readonly isBare?: boolean | undefined
}

export function AccountIcon({ type, isBare = false }: AccountIconProps) {
  const Icon = icons[type]
  const icon = <Icon size={isBare ? 18 : 20} stroke={1.75} aria-hidden />
  return isBare ? icon : <span className={styles['icon']}>{icon}</span>
}
