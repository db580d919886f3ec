import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Font, type TTF } from 'fonteditor-core'

/** The letters of the PDF report, cut out of fonts with open licences (beside them). */
export const cuts = [
  {
    name: 'regular',
    from: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    letters: [
      ' -~',
      '\u00a0-\u024f',
      '\u0259',
      '\u02b9-\u02dd',
      // Greek and Cyrillic.
      '\u0370-\u03ff',
      '\u0400-\u052f',
      // Vietnamese among others.
      '\u1e00-\u1eff',
      // Dashes, quotes, small and raised figures, money, arrows, signs.
      '\u2010-\u2027',
      '\u2030-\u203a',
      '\u2044',
      '\u2070-\u208e',
      '\u20a0-\u20bf',
      '\u2100-\u2122',
      '\u2190-\u2193',
      '\u2212',
      '\u2248-\u2265',
      '\u25a0-\u25cf',
      '\u2713',
    ],
  },
  {
    name: 'semibold',
    from: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
    letters: 'regular',
  },
  {
    // What the others lack; with plain letters too, as names are mixed.
    name: 'further',
    from: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
    letters: [
      ' -~',
      '\u00a0-\u017f',
      '\u0218-\u021b',
      '\u0386-\u03ce',
      '\u0401-\u045f',
      '\u0490-\u0491',
      // Armenian, Hebrew, Arabic, Georgian.
      '\u0531-\u058f',
      '\u05b0-\u05f4',
      '\u0606-\u06ff',
      '\u10a0-\u10ff',
      '\u2010-\u2027',
      '\u2030-\u203a',
      '\u20a0-\u20bf',
      '\u2190-\u2193',
      '\u2212',
      '\u2605-\u2606',
      '\u2610-\u2612',
      '\u2660-\u2667',
      '\u2669-\u266f',
      '\u2713-\u2718',
      '\u2764',
      // Hebrew and Arabic letters as they stand in words.
      '\ufb1d-\ufb4f',
      '\ufb50-\ufbff',
      '\ufe70-\ufefc',
    ],
  },
] as const

export type CutName = (typeof cuts)[number]['name']

const folder = join(import.meta.dirname, '../src/pdf/fonts')
const { resolve } = createRequire(import.meta.url)

/** Inter has its figures of one width, without which no column of amounts is straight, here and the nine after it. */
const evenZero = 0xe071

/** A font with no more than the letters that are wanted, and what these are. */
export async function cutFont(name: CutName) {
  const { from } = cutNamed(name)
  const whole = await readFile(resolve(from))
  const known = Font.create(whole, { type: 'ttf' }).get().glyf
  const has = new Set(known.flatMap(codesOf))
  const wanted = spread(lettersOf(name)).filter(code => has.has(code))
  const even = has.has(evenZero)
    ? Array.from({ length: 10 }, (_, figure) => evenZero + figure)
    : []
  const font = Font.create(whole, {
    type: 'ttf',
    subset: [...wanted, ...even],
    hinting: false,
    kerning: false,
    compound2simple: true,
  })
  const ttf = font.get()
  const glyphs = even.length > 0 ? ttf.glyf.map(withEvenFigures) : ttf.glyf
  font.set({
    ...ttf,
    glyf: glyphs.filter((glyph, at) => at === 0 || codesOf(glyph).length > 0),
  })
  const bytes = font.write({ type: 'ttf', hinting: false, toBuffer: true })
  return { bytes: new Uint8Array(bytes as Buffer), codes: wanted }
}

export async function keptFont(name: CutName): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(folder, `${name}.ttf`)))
}

/** `20-7e a0-24f`: what is there, for whoever has to choose a font. */
export function inRanges(codes: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const code of codes.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && code <= last[1] + 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
    .map(([from, to]) =>
      from === to
        ? from.toString(16)
        : `${from.toString(16)}-${to.toString(16)}`,
    )
    .join(' ')
}

/** Some have none, whatever their type says. */
function codesOf({ unicode }: Partial<TTF.Glyph>): readonly number[] {
  return unicode ?? []
}

function withEvenFigures(glyph: TTF.Glyph): TTF.Glyph {
  const unicode = codesOf(glyph)
  const even = unicode.find(code => code >= evenZero && code < evenZero + 10)
  return {
    ...glyph,
    unicode:
      even === undefined
        ? unicode.filter(code => code < 0x30 || code > 0x39)
        : [even - evenZero + 0x30],
  }
}

function cutNamed(name: CutName) {
  const cut = cuts.find(each => each.name === name)
  if (cut === undefined) throw new Error(`No such cut: ${name}`)
  return cut
}

function lettersOf(name: CutName): readonly string[] {
  const { letters } = cutNamed(name)
  return letters === 'regular' ? lettersOf(letters) : letters
}

function spread(ranges: readonly string[]): readonly number[] {
  return ranges.flatMap(range => {
    const from = range.charCodeAt(0)
    const to = range.length === 3 ? range.charCodeAt(2) : from
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

if (import.meta.main) {
  const lines = [
    '// Written by client/fonts/cut-fonts.ts: what each font has, in hexadecimal.',
  ]
  for (const { name } of cuts) {
    const { bytes, codes } = await cutFont(name)
    await writeFile(join(folder, `${name}.ttf`), bytes)
    console.log(`${name}: ${bytes.length} bytes, ${codes.length} letters`)
    if (name === 'semibold') continue
    lines.push(`export const ${name} =\n  '${inRanges(codes)}'`)
  }
  await writeFile(join(folder, 'coverage.ts'), `${lines.join('\n')}\n`)
}
