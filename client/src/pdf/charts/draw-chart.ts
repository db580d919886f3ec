import type { PdfChart } from '../content.ts'
import type { Point } from '../hatch.ts'
import { barsHeight, drawBars } from './bars.ts'
import type { Canvas } from './canvas.ts'
import { columnsHeight, drawColumns } from './columns.ts'
import { drawHeat, heatHeight } from './heat.ts'
import { drawLines, linesHeight } from './lines.ts'
import { drawMeters, metersHeight } from './meters.ts'
import { drawMultiples, multiplesHeight } from './multiples.ts'

/** Nothing to draw has no height. */
export function chartHeight(chart: PdfChart): number {
  if (isEmpty(chart)) return 0
  switch (chart.kind) {
    case 'columns':
      return columnsHeight()
    case 'bars':
      return barsHeight(chart)
    case 'multiples':
      return multiplesHeight(chart)
    case 'heat':
      return heatHeight(chart)
    case 'lines':
      return linesHeight()
    case 'meters':
      return metersHeight(chart)
  }
}

/** Draws it as lines and areas, which stay sharp at any size. */
export function drawChart(
  canvas: Canvas,
  chart: PdfChart,
  at: Point,
  width: number,
): void {
  if (isEmpty(chart)) return
  const frame = { ...at, width, height: chartHeight(chart) }
  switch (chart.kind) {
    case 'columns':
      return drawColumns(canvas, chart, frame)
    case 'bars':
      return drawBars(canvas, chart, frame)
    case 'multiples':
      return drawMultiples(canvas, chart, frame)
    case 'heat':
      return drawHeat(canvas, chart, frame)
    case 'lines':
      return drawLines(canvas, chart, frame)
    case 'meters':
      return drawMeters(canvas, chart, frame)
  }
}

function isEmpty(chart: PdfChart): boolean {
  switch (chart.kind) {
    case 'columns':
    case 'lines':
      return chart.labels.length === 0 || chart.series.length === 0
    case 'bars':
      return chart.bars.length === 0
    case 'multiples':
      return chart.labels.length === 0 || chart.charts.length === 0
    case 'heat':
      return chart.labels.length === 0 || chart.rows.length === 0
    case 'meters':
      return chart.meters.length === 0
  }
}
