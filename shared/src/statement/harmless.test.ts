import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asItWas, harmless } from './harmless.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+351 912', "'+351 912"],
  ['-20%', "'-20%"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  [' =1', " '=1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ['a;=1', "a;'=1"],
  ['a,-1', "a,'-1"],
  ['a"=1', `a"'=1`],
  ['a\n- b', "a\n'- b"],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['Bread & butter - 2', 'Bread & butter - 2'],
  ['a=b; c', 'a=b; c'],
])('I1 %j goes out as %j', (text, written) => {
  expect(harmless(text)).toBe(written)
})

const sharp = fc.string({
  unit: fc.constantFrom(...'=+-@＝\'" ,;\t\r\na'.split('')),
})

test('I1 I11 what was made harmless is again what it was', () => {
  fc.assert(
    fc.property(sharp, text => {
      expect(asItWas(harmless(text))).toBe(text)
    }),
  )
})

test('I1 whatever a program takes for the end of a cell, no formula begins after it', () => {
  fc.assert(
    fc.property(sharp, text => {
      for (const cell of harmless(text).split(/[",;\t\r\n]/)) {
        expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/)
      }
      expect(harmless(text)).not.toMatch(/^[\t\r\n]/)
    }),
  )
})
