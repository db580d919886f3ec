import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import type { ChartColour, ChartUnit } from './spec.ts'

/** What a drawing depends on beside what it shows. */
export type ChartLook = {
  readonly currency: string
  readonly locale: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** It may be printed in black and white. */
  readonly isPaper: boolean
  readonly colour: (name: ChartColour) => string
}

export const fontFamily = 'Inter Variable, system-ui, sans-serif'

/** For drawing only: no sum is made of it. */
export function drawn(value: number, unit: ChartUnit, look: ChartLook): number {
  return unit === 'share'
    ? value / 10_000
    : Number(decimalText(value, look.currency))
}

/** The number as a table has it. */
export function exactly(
  value: number,
  unit: ChartUnit,
  { currency, locale }: ChartLook,
): string {
  const text =
    unit === 'share'
      ? percentIn(locale, 1).format(value / 10_000)
      : formatMoney(value, currency, locale)
  return text.replace('-', '−')
}

/** A few digits of what is drawn, for axes and for labels above columns. */
export function compact(
  value: number,
  unit: ChartUnit,
  { locale }: ChartLook,
): string {
  const formatter = unit === 'share' ? percentIn(locale, 0) : compactIn(locale)
  return formatter.format(value).replace('-', '−')
}

const formatters = new Map<string, Intl.NumberFormat>()

function compactIn(locale: string): Intl.NumberFormat {
  return formatterFor(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
}

function percentIn(locale: string, digits: number): Intl.NumberFormat {
  return formatterFor(locale, {
    style: 'percent',
    maximumFractionDigits: digits,
  })
}

/** Building one takes longer than a hundred uses. */
function formatterFor(
  locale: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options)
  formatters.set(key, known)
  return known
}

/** Colours of the theme as they are where an element stands. */
export function coloursAt(element: HTMLElement): ChartLook['colour'] {
  const known = new Map<string, string>()
  return name => {
    const found = known.get(name) ?? resolve(element, name)
    known.set(name, found)
    return found
  }
}

/** What somebody chose for an icon is softened where it fills an area. */
export function softened(colour: ChartColour): string {
  return colour.startsWith('--')
    ? `var(${colour})`
    : `color-mix(in srgb, ${colour} 80%, var(--surface))`
}

/** Drawings know neither custom properties nor mixed colours. */
function resolve(element: HTMLElement, name: string): string {
  const probe = document.createElement('span')
  probe.style.color = softened(name)
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)\)$/.exec(color)
  if (mixed === null) return color
  const channels = mixed.slice(1).map(each => Math.round(Number(each) * 255))
  return `rgb(${channels.join(', ')})`
}

/** No HTML: what people wrote stays text. Of names no brace may be taken for a style. */
export function tooltip(look: ChartLook) {
  return {
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: look.colour('--raised'),
    borderColor: look.colour('--line'),
    borderWidth: 1,
    borderRadius: 8,
    padding: [8, 12],
    textStyle: {
      color: look.colour('--text'),
      fontFamily,
      fontSize: 13,
      lineHeight: 20,
    },
  } as const
}

export function plain(name: string): string {
  return name.replaceAll('{', '(').replaceAll('}', ')')
}
