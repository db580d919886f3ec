import { spareColours } from '../../ui/category-icon.tsx'

/** Colours that are told apart: each its own where nobody had it before, else one that is free. */
export function apart(own: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return own.map(colour => {
    const free = [colour, ...spareColours].find(
      each => !taken.has(each.toLowerCase()),
    )
    const found = free ?? colour
    taken.add(found.toLowerCase())
    return found
  })
}
