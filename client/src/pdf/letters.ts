import { further, regular } from './fonts/coverage.ts'

/** The fonts of a report: Inter, and one for what it lacks. */
export type Face = 'main' | 'further'

/** A text as it can be set. */
export type Setting = {
  readonly text: string
  readonly face: Face
  /** It has letters that are read from right to left. */
  readonly isRtl: boolean
  /** Some of it no font here has, and marks stand for it. */
  readonly isMarked: boolean
}

/** Stands for letters that no font here has: what an editor writes for what is left out. */
export const mark = '[…]'

/**
 * What of a text can be shown, so that neither a box nor a hole is left:
 * letters in another guise become plain ones, pictures go where words stand
 * beside them, and what remains is marked. All of it is in one font.
 */
export function settingOf(text: string): Setting {
  // Almost every text is of these; 12,000 rows have sixty thousand.
  if (usual.test(text)) {
    return { text: text.trim(), face: 'main', isRtl: false, isMarked: false }
  }
  const clean = text.normalize('NFC').replace(unseen, '').replace(spaces, ' ')
  const letters = Array.from(clean)
  const [main, more] = [inMain, inFurther].map(codes =>
    letters.map(letter => shownIn(codes, letter)),
  )
  const face = lacking(more) < lacking(main) ? 'further' : 'main'
  const found = (face === 'main' ? main : more)?.join('') ?? ''
  const shown = found.replace(runs, mark).replace(wide, ' ').trim()
  // Of pictures alone something has to stay: there was a name.
  const isGone = shown === '' && clean.trim() !== ''
  return {
    text: isGone ? mark : shown,
    face,
    isRtl: rtl.test(shown),
    isMarked: isGone || found.includes(missing),
  }
}

/** Whether the font has every letter. */
export function hasAll(face: Face, text: string): boolean {
  return Array.from(text).every(isIn(face === 'main' ? inMain : inFurther))
}

/** Whether a text, or all of many, is better set with the further letters at hand. */
export function wantsFurther(text: string): boolean {
  for (const letter of text) {
    if (isIn(inFurther)(letter) && !isIn(inMain)(letter)) return true
  }
  return false
}

/** Never in a text: control letters are taken out before. */
const missing = '\u0000'
const runs = new RegExp(`${missing}(?:[ ${missing}]*${missing})?`, 'g')
const wide = / {2,}/g

// Latin and what our own sentences have; all of it is in Inter.
const usual =
  /^[ -~\u00a1-\u00ac\u00ae-\u0148\u2013\u2014\u2018-\u201d\u2026\u20ac\u2212\u203a]*$/
// Hyphens that may be, joiners, directions, variants, skin tones, controls, what is no letter.
const unseen =
  /\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|\p{Variation_Selector}|\p{Emoji_Modifier}|(?!\p{White_Space})\p{Cc}/gu
const spaces = /[\s\p{Z}]/gu
const picture = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/u
const rtl = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** The letter, a plainer one that can stand for it, a space for a picture, or what marks it as missing. */
function shownIn(codes: ReadonlySet<number>, letter: string): string {
  if (isIn(codes)(letter)) return letter
  const plain = letter.normalize('NFKC')
  if (Array.from(plain).every(isIn(codes))) return plain
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  if (bare !== '' && Array.from(bare).every(isIn(codes))) return bare
  // An accent that no letter has taken up goes; the letter stays.
  if (/\p{M}/u.test(letter)) return ''
  return picture.test(letter) ? ' ' : missing
}

function lacking(shown: readonly string[] = []): number {
  return shown.filter(each => each === missing).length
}

function isIn(codes: ReadonlySet<number>) {
  return (letter: string) => codes.has(letter.codePointAt(0) ?? 0)
}

const inMain = codesIn(regular)
const inFurther = codesIn(further)

function codesIn(ranges: string): ReadonlySet<number> {
  return new Set(
    ranges.split(' ').flatMap(range => {
      const [from = 0, to = from] = range
        .split('-')
        .map(code => Number.parseInt(code, 16))
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    }),
  )
}
