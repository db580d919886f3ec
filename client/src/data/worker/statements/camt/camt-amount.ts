import { minorOf } from '../read-minor.ts'
import { dayAtStart } from '../dates.ts'
import { nodeAt, textAt, type XmlNode } from './xml-node.ts'

export type CamtAmount = {
  readonly text: string
  readonly currency: string
  /** Whole minor units without a sign; `undefined` where it is no amount. */
  readonly size: number | undefined
}

/** The amount in an element, if it has one. */
export function amountAt(
  node: XmlNode | undefined,
  path: string,
  usual: string,
): CamtAmount | undefined {
  const found = nodeAt(node, path)
  if (found === undefined) return undefined
  const own = /\bCcy\s*=\s*["']([^"']*)["']/.exec(found.attributes)?.[1]
  const currency = own?.trim() ?? usual
  const text = found.text.trim()
  return { text, currency, size: minorOf(text, currency, '.') }
}

/** Whether money came in. */
export function isIn(node: XmlNode | undefined): boolean | undefined {
  const side = textAt(node, 'CdtDbtInd')
  if (side === 'CRDT') return true
  return side === 'DBIT' ? false : undefined
}

/** A day, or the day of a time as it is written there. */
export function dayIn(node: XmlNode | undefined, path: string) {
  const at = nodeAt(node, path)
  return dayAtStart(textAt(at, 'Dt') || textAt(at, 'DtTm'))
}
