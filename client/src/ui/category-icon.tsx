import {
  IconArrowsLeftRight,
  IconArrowsSplit,
  IconBabyCarriage,
  IconBolt,
  IconBook,
  IconBriefcase,
  IconBus,
  IconCar,
  IconCash,
  IconChartLine,
  IconCoffee,
  IconCoins,
  IconDeviceLaptop,
  IconDeviceMobile,
  IconDots,
  IconGasStation,
  IconGift,
  IconHammer,
  IconHanger,
  IconHeartbeat,
  IconHome,
  IconMovie,
  IconPaw,
  IconPlane,
  IconReceipt,
  IconSchool,
  IconShoppingCart,
  IconToolsKitchen2,
  IconTrees,
  IconWifi,
  type IconProps,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import styles from './chip.module.css'

const icons = {
  baby: IconBabyCarriage,
  bolt: IconBolt,
  book: IconBook,
  briefcase: IconBriefcase,
  bus: IconBus,
  car: IconCar,
  cash: IconCash,
  chart: IconChartLine,
  coffee: IconCoffee,
  coins: IconCoins,
  dots: IconDots,
  fuel: IconGasStation,
  garden: IconTrees,
  gift: IconGift,
  hammer: IconHammer,
  hanger: IconHanger,
  health: IconHeartbeat,
  home: IconHome,
  laptop: IconDeviceLaptop,
  movie: IconMovie,
  paw: IconPaw,
  phone: IconDeviceMobile,
  plane: IconPlane,
  receipt: IconReceipt,
  restaurant: IconToolsKitchen2,
  school: IconSchool,
  shopping: IconShoppingCart,
  split: IconArrowsSplit,
  transfer: IconArrowsLeftRight,
  wifi: IconWifi,
} as const satisfies Record<string, ComponentType<IconProps>>

const byName: Readonly<Record<string, ComponentType<IconProps>>> = icons

export type CategoryIconName = Exclude<keyof typeof icons, 'split' | 'transfer'>

/** Names that a category may have as its icon. */
export const categoryIcons = Object.keys(icons).filter(isForCategory)

function isForCategory(name: string): name is CategoryIconName {
  return Object.hasOwn(icons, name) && name !== 'split' && name !== 'transfer'
}

/** For what has no colour of its own. */
export const spareColours = [
  '#00b37e',
  '#3b82f6',
  '#f59e0b',
  '#a855f7',
  '#ef4444',
  '#14b8a6',
  '#ec4899',
  '#84cc16',
] as const

/** A colour for what has none of its own, always the same one. */
export function colourOf(id: string): string {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521
  return spareColours[sum % spareColours.length] ?? spareColours[0]
}

type CategoryIconProps = {
  readonly icon: string | undefined
  readonly colour: string
  readonly isSmall?: boolean | undefined
}

export function CategoryIcon({
  icon,
  colour,
  isSmall = false,
}: CategoryIconProps) {
  const Icon = byName[icon ?? ''] ?? IconReceipt
  return (
    <span
      className={`${styles['icon']} ${isSmall ? styles['small'] : ''}`}
      style={{ '--of': colour } as object}
      aria-hidden
    >
      <Icon size={isSmall ? 14 : 18} stroke={1.75} />
    </span>
  )
}
