export type Point = { readonly x: number; readonly y: number }
export type Rect = Point & { readonly width: number; readonly height: number }
export type Pattern = 'rising' | 'falling' | 'level'

/** Points between two lines of a pattern. */
const gap = 3.5

/** Lines that fill a rectangle and end at its sides. */
export function hatch(
  { x, y, width, height }: Rect,
  pattern: Pattern,
): readonly (readonly [Point, Point])[] {
  if (pattern === 'level') {
    return places(height).map(at => [
      { x, y: y + at },
      { x: x + width, y: y + at },
    ])
  }
  // Each leaves the left or lower side and goes up to the right, at 45 degrees.
  return places(width + height).map(at => {
    const from = { x: Math.max(0, at - height), y: Math.min(at, height) }
    const to = { x: Math.min(at, width), y: Math.max(0, at - width) }
    return [from, to].map(point => ({
      x: x + point.x,
      y: y + (pattern === 'rising' ? point.y : height - point.y),
    })) as [Point, Point]
  })
}

function places(length: number): readonly number[] {
  const count = Math.max(0, Math.ceil(length / gap) - 1)
  return Array.from({ length: count }, (_, at) => (at + 1) * gap)
}
