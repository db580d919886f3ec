import { parseAmount } from '../money/parse-amount.ts'

export type ShoppingLine = {
  readonly name: string
  /** As written: `2 kg`, `3`. */
  readonly quantity?: string | undefined
  readonly expectedMinor?: number | undefined
}

export type ShoppingContext = {
  readonly currency: string
  readonly locale: string
}

const unit =
  '(?:kg|g|mg|l|dl|cl|ml|m|cm|x|un|pcs?|lb|oz|packs?|boxes|box|bottles?|cans?|pacotes?|caixas?|garrafas?|latas?|dúzias?|dozen)'
const before = new RegExp(`^(\\d{1,6}(?:[.,]\\d{1,3})?\\s?${unit}?)\\s+`, 'iu')
const after = /\s+(?:x\s?(\d{1,6})|(\d{1,6})\s?x)$/iu
/** Only what has a decimal mark or a currency is a price: `Seven Up 7` is a name. */
const price = /\s+(\S*(?:\d[.,]\d{1,3}|\p{Sc}\s?\d|\d\s?\p{Sc})\S*)$/u

/**
 * One line of a shopping list as people write it: `2 kg tomatoes 3,50`,
 * `milk x3`. What is not understood belongs to the name, so nothing is lost;
 * `undefined` where there is no name.
 */
export function readShoppingLine(
  line: string,
  context: ShoppingContext,
): ShoppingLine | undefined {
  let name = line.replace(/\s+/gu, ' ').trim().slice(0, 200)
  const priced = price.exec(name)
  const amount = priced?.[1] && parseAmount(priced[1], context)
  const expectedMinor =
    amount && amount.ok && amount.value > 0 ? amount.value : undefined
  if (priced && expectedMinor !== undefined) name = name.slice(0, priced.index)

  const leading = before.exec(name)
  const trailing = after.exec(name)
  const quantity = leading?.[1] ?? trailing?.[1] ?? trailing?.[2]
  if (leading) name = name.slice(leading[0].length)
  else if (trailing) name = name.slice(0, trailing.index)
  name = name.trim().slice(0, 120)
  if (name === '') return undefined
  return {
    name,
    ...(quantity !== undefined && { quantity: quantity.trim() }),
    ...(expectedMinor !== undefined && { expectedMinor }),
  }
}
