import { expect, test } from 'vitest'
import {
  cutFont,
  inRanges,
  keptFont,
  type CutName,
} from '../../fonts/cut-fonts.ts'
import { further, regular } from '../../src/pdf/fonts/coverage.ts'

test.each<[CutName, string]>([
  ['regular', regular],
  ['semibold', regular],
  ['further', further],
])(
  'the letters that are kept as %s are those of the package',
  async (name, coverage) => {
    const { bytes, codes } = await cutFont(name)
    expect(inRanges(codes)).toBe(coverage)
    expect(Buffer.from(await keptFont(name)).equals(bytes)).toBe(true)
  },
)
