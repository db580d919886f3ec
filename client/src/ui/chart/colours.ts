/** Black or white, whichever contrasts more (WCAG 2.2, relative luminance). */
export function readableOn(colour: string): string {
  const light = luminance(colour)
  return (light + 0.05) / 0.05 > 1.05 / (light + 0.05) ? '#000000' : '#ffffff'
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): readonly number[] {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)
  if (hex) return hex.slice(1).map(each => Number.parseInt(each, 16))
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
}

/** So much of a colour on a ground, 0 to 1. */
export function mixed(colour: string, ground: string, share: number): string {
  const below = channels(ground)
  const parts = channels(colour).map((value, at) =>
    Math.round(value * share + (below[at] ?? 0) * (1 - share)),
  )
  return `rgb(${parts.join(', ')})`
}
