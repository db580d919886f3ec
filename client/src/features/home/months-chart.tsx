import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import { monthName } from '../../ui/dates.ts'
import styles from './home.module.css'
import type { MonthBar } from './spent-by-month.ts'

register([BarChart, GridComponent, CanvasRenderer])

type MonthsChartProps = {
  readonly bars: readonly MonthBar[]
  readonly currency: string
  readonly locale: string
}

/** Bars from zero, the month of today in colour, each with its amount above it. */
export default function MonthsChart({
  bars,
  currency,
  locale,
}: MonthsChartProps) {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = place.current
    if (element === null) return
    const chart = init(element)
    const draw = () => {
      chart.resize()
      chart.setOption(optionsOf(bars, currency, locale, element))
    }
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', draw)
    const theme = new MutationObserver(draw)
    theme.observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    })
    return () => {
      watch.disconnect()
      scheme.removeEventListener('change', draw)
      theme.disconnect()
      chart.dispose()
    }
  }, [bars, currency, locale])

  const words = bars
    .map(
      ({ month, spentMinor }) =>
        `${monthName(month, locale, 'long')}: ${formatMoney(spentMinor, currency, locale)}`,
    )
    .join('; ')
  return (
    <div
      className={styles['chart']}
      ref={place}
      role="img"
      aria-label={words}
    />
  )
}

function optionsOf(
  bars: readonly MonthBar[],
  currency: string,
  locale: string,
  element: HTMLElement,
) {
  const colour = (name: string) => resolveColour(element, name)
  const isNarrow = element.clientWidth < 560
  const short = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
  const most = Math.max(...bars.map(({ spentMinor }) => spentMinor))
  return {
    animation: false,
    // Room for the first and the last label, which are wider than their bars.
    grid: {
      left: isNarrow ? 8 : 0,
      right: isNarrow ? 8 : 0,
      top: 24,
      bottom: 24,
    },
    textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif' },
    xAxis: {
      type: 'category',
      data: bars.map(({ month }) =>
        monthName(month, locale, isNarrow ? 'narrow' : 'short'),
      ),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: { color: colour('--text-quiet'), fontSize: 12, interval: 0 },
    },
    yAxis: { type: 'value', min: 0, show: false },
    series: [
      {
        type: 'bar',
        barCategoryGap: '28%',
        silent: true,
        data: bars.map(({ spentMinor }, index) => {
          const isNow = index === bars.length - 1
          const value = Math.max(0, Number(decimalText(spentMinor, currency)))
          return {
            value,
            itemStyle: {
              color: colour(isNow ? '--accent-fill' : '--bar-rest'),
              borderRadius: [4, 4, 0, 0],
            },
            label: {
              // Narrow bars have no room for all of them.
              show: value > 0 && (!isNarrow || isNow || spentMinor === most),
              position: 'top',
              formatter: short.format(value),
              color: colour(isNow ? '--text' : '--text-quiet'),
              fontSize: 12,
              fontWeight: isNow ? 600 : 400,
            },
          }
        }),
      },
    ],
  }
}

/** A canvas knows no custom properties. */
function resolveColour(element: HTMLElement, name: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
