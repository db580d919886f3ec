import { init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { drawingOf, heightFor, loadDraw, show } from './draw.ts'
import { coloursAt, fontFamily } from './look.ts'
import type { ChartSpec } from './spec.ts'

register([CanvasRenderer])

const width = 1_120
const usualHeight = 480
/** Around the drawing, and above it for its words. */
const margin = 40
const above = 96

type PictureWords = {
  readonly currency: string
  readonly locale: string
  readonly title: string
  readonly sentence: string
}

/** A drawing with what it says above it, as a picture for letters and messages: in the theme's colours, twice as fine as a screen. */
export async function pictureOf(
  spec: ChartSpec,
  { currency, locale, title, sentence }: PictureWords,
): Promise<Blob> {
  await loadDraw(spec.kind)
  const height = heightFor(spec, width) ?? usualHeight
  const place = document.createElement('div')
  const chart = init(place, undefined, {
    renderer: 'canvas',
    width,
    height,
    devicePixelRatio: 2,
  })
  try {
    const colour = coloursAt(document.body)
    const look = { currency, locale, width, height, isPaper: false, colour }
    const drawing = drawingOf(spec, look)
    if (drawing !== undefined) show(chart, drawing, look)
    const drawn = chart.renderToCanvas({ pixelRatio: 2 })
    const canvas = document.createElement('canvas')
    canvas.width = 2 * (width + 2 * margin)
    canvas.height = 2 * (height + above + 2 * margin)
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('No canvas to draw on')
    pen.fillStyle = colour('--surface')
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.scale(2, 2)
    pen.fillStyle = colour('--text')
    pen.font = `650 22px ${fontFamily}`
    pen.fillText(title, margin, margin + 22, width)
    pen.fillStyle = colour('--text-quiet')
    pen.font = `400 16px ${fontFamily}`
    pen.fillText(sentence, margin, margin + 54, width)
    pen.drawImage(drawn, margin, margin + above, width, height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        blob => (blob ? resolve(blob) : reject(new Error('No picture'))),
        'image/png',
      )
    })
  } finally {
    chart.dispose()
  }
}
