/** Points: 72 to an inch. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
} as const
export type Paper = keyof typeof papers

/** Of a page: what stands on it, and what runs above and below. */
export const margin = { side: 48, top: 64, bottom: 56 } as const

/** All of them differ in lightness too, so that the report can be printed in black and white. */
export const colours = {
  ink: '#17191a',
  quiet: '#565c5f',
  line: '#d9dedb',
  /** Behind what belongs together. */
  tint: '#f2f5f3',
  brand: '#00b37e',
  accent: '#007a55',
  danger: '#b3243a',
  income: '#3fc79c',
  expense: '#2b3034',
  rest: '#c3cac6',
  white: '#ffffff',
} as const

/** Sizes of letters. */
export const sizes = {
  title: 30,
  heading: 17,
  answer: 11,
  body: 9.5,
  table: 8.5,
  small: 7.5,
  tiny: 6.5,
} as const

/** How an area is filled: plain, or plain with a pattern over it that also a copier keeps. */
export type Fill = {
  readonly colour: string
  readonly pattern?: 'rising' | 'falling' | 'level' | undefined
  /** Of the pattern, and around the area. */
  readonly stroke?: string | undefined
}

/** What parts of a whole are told apart by, dark and light in turn; the last is for all others. */
export const partFills: readonly Fill[] = [
  { colour: '#1f2a27' },
  { colour: '#8fd9bd' },
  { colour: '#007a55' },
  { colour: '#ffffff', pattern: 'rising', stroke: '#1f2a27' },
  { colour: '#9aa5a0' },
  { colour: '#ffffff', pattern: 'level', stroke: '#007a55' },
  { colour: '#4f5b56' },
  { colour: '#ffffff', pattern: 'falling', stroke: '#8b9390' },
]

/** Of anything that is counted. */
export const fills = {
  income: { colour: colours.income },
  expense: { colour: colours.expense },
  accent: { colour: colours.accent },
  rest: { colour: colours.rest },
  over: { colour: colours.white, pattern: 'rising', stroke: colours.danger },
} as const satisfies Record<string, Fill>
export type Tone = keyof typeof fills
