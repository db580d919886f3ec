import { init, use as register, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStable } from '../use-stable.ts'
import styles from './chart.module.css'
import { drawingOf, heightFor, loadDraw, show } from './draw.ts'
import type { Drawing, Pressed } from './drawing.ts'
import { Legend } from './legend.tsx'
import { coloursAt } from './look.ts'
import type { ChartSpec } from './spec.ts'
import { useRedraw } from './use-redraw.ts'

// Lines stay sharp on paper and on any screen, and texts are texts.
register([SVGRenderer])

type ChartProps = {
  readonly spec: ChartSpec
  readonly currency: string
  readonly locale: string
  /** What it shows, in a few words. */
  readonly label: string
  /** What is below the point that was pressed. */
  readonly onOpen: (to: string) => void
}

/**
 * A drawing of amounts; a table beside it says the same. Arrow keys go
 * through its points, Enter opens one.
 */
export default function Chart(props: ChartProps) {
  const { spec, currency, locale, label, onOpen } = props
  const frame = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const drawing = useRef<Drawing>(undefined)
  const point = useRef(-1)
  const [told, setTold] = useState<{ readonly of: object; words: string }>()
  const [loaded, setLoaded] = useState<ChartSpec['kind']>()
  const { kind } = spec

  useEffect(() => {
    let isWanted = true
    void loadDraw(kind).then(() => {
      if (isWanted) setLoaded(kind)
    })
    return () => {
      isWanted = false
    }
  }, [kind])

  const open = useStable((pressed: unknown) => {
    const to = drawing.current?.linkOf(pressed as Pressed)
    if (to !== undefined) onOpen(to)
  })
  useEffect(() => {
    const element = place.current
    if (element === null || loaded !== kind) return undefined
    const made = init(element, undefined, { renderer: 'svg' })
    made.on('click', open)
    chart.current = made
    return () => {
      chart.current = undefined
      made.dispose()
    }
  }, [kind, loaded, open])

  const wish = useMemo(
    () => ({ spec, currency, locale, isReady: loaded === kind }),
    [spec, currency, locale, loaded, kind],
  )
  const draw = useStable((of: typeof wish) => {
    const element = place.current
    const { current } = chart
    if (!of.isReady || element === null || current === undefined) return
    const { clientWidth: width } = element
    // Hidden while another page comes: in no room some drawings cannot be reckoned.
    if (width === 0) return
    const wanted = heightFor(of.spec, width)
    element.style.blockSize = wanted === undefined ? '' : `${wanted}px`
    const { clientHeight: height } = element
    const colour = coloursAt(element)
    const isPaper = matchMedia('print').matches
    const look = { ...of, width, height, isPaper, colour }
    drawing.current = drawingOf(of.spec, look)
    if (drawing.current === undefined) return
    current.resize()
    show(current, drawing.current, look)
  })
  useEffect(() => {
    point.current = -1
    draw(wish)
  }, [draw, wish])
  useRedraw(place, () => draw(wish))

  function go(by: number) {
    const { points = [] } = drawing.current ?? {}
    const next = Math.min(points.length - 1, Math.max(0, point.current + by))
    const found = points[next]
    if (found === undefined) return
    point.current = next
    setTold({ of: spec, words: found.words })
    chart.current?.dispatchAction({
      type: 'showTip',
      seriesIndex: found.series ?? 0,
      dataIndex: found.index,
    })
  }

  const press = useStable((event: KeyboardEvent) => {
    const { points = [], down = 1 } = drawing.current ?? {}
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowDown: point.current < 0 ? 1 : down,
      ArrowLeft: -1,
      ArrowUp: -down,
      Home: -points.length,
      End: points.length,
    }
    const step = steps[event.key]
    const to = points[point.current]?.to
    if (step !== undefined) go(step)
    else if (event.key === 'Enter' && to !== undefined) onOpen(to)
    else return
    event.preventDefault()
  })
  const leave = useStable(() => {
    point.current = -1
    setTold(undefined)
    chart.current?.dispatchAction({ type: 'hideTip' })
  })
  useEffect(() => {
    const element = frame.current
    element?.addEventListener('keydown', press)
    element?.addEventListener('blur', leave)
    return () => {
      element?.removeEventListener('keydown', press)
      element?.removeEventListener('blur', leave)
    }
  }, [press, leave])

  return (
    <div
      className={`${styles['chart']} ${styles[kind] ?? ''}`}
      ref={frame}
      role="application"
      aria-label={label}
      tabIndex={0}
    >
      <div className={styles['drawing']} ref={place} aria-hidden />
      <Legend spec={spec} />
      <span className="visually-hidden" role="status">
        {told?.of === spec ? told.words : ''}
      </span>
    </div>
  )
}
