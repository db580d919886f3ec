import { currencyPattern } from '@ourmoney/shared/money/currencies.ts'
import type { StatementIssue } from '@ourmoney/shared/statement/statement.ts'
import { issue, type Emit } from '../machine.ts'
import { fitWords, isReference } from '../words.ts'
import { amountAt, dayIn, isIn, type CamtAmount } from './camt-amount.ts'
import { wordsOf } from './camt-words.ts'
import { textAt, type XmlNode } from './xml-node.ts'

export type CamtSetting = {
  /** Empty where the file names no account. */
  readonly account: string
  readonly usual: string
  readonly withPending: boolean
  readonly nextRow: () => number
  readonly distinctId: (id: string, content: string) => string
  readonly emit: Emit
}

/**
 * An entry as rows: as many as it has details when it is a batch whose amounts
 * are all there and sum up to its own, else one.
 */
export function readEntry(
  entry: XmlNode,
  details: readonly XmlNode[],
  setting: CamtSetting,
): void {
  if (!isBooked(entry) && !setting.withPending) {
    setting.nextRow()
    return setting.emit({ kind: 'pending' })
  }
  const whole = amountAt(entry, 'Amt', setting.usual)
  const parts = details.map(each => ownAmount(each, entry, whole, setting))
  const sum = parts.reduce((all, part) => all + (part?.minor ?? Number.NaN), 0)
  const isBatch = details.length > 1 && sum === signed(whole, isIn(entry))
  if (!isBatch)
    return readOne(
      { entry, amount: whole, isIn: isIn(entry) },
      details,
      setting,
    )
  details.forEach((each, index) => {
    const part = parts[index]
    readOne(
      { entry, amount: part?.amount, isIn: part?.isIn, index },
      [each],
      setting,
    )
  })
}

/** `Sts` has the code itself or, in newer versions, within it. */
function isBooked(entry: XmlNode): boolean {
  const status = textAt(entry, 'Sts/Cd') || textAt(entry, 'Sts')
  return status === 'BOOK' || status === ''
}

function ownAmount(
  details: XmlNode,
  entry: XmlNode,
  whole: CamtAmount | undefined,
  { usual }: CamtSetting,
) {
  const amount = ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/InstdAmt/Amt']
    .map(path => amountAt(details, path, usual))
    .find(each => each !== undefined && each.currency === whole?.currency)
  const isOwnIn = isIn(details) ?? isIn(entry)
  const minor = signed(amount, isOwnIn)
  return minor === undefined ? undefined : { amount, isIn: isOwnIn, minor }
}

function signed(
  amount: CamtAmount | undefined,
  isIn: boolean | undefined,
): number | undefined {
  if (amount?.size === undefined || isIn === undefined) return undefined
  return isIn ? amount.size : 0 - amount.size
}

type One = {
  readonly entry: XmlNode
  readonly amount: CamtAmount | undefined
  readonly isIn: boolean | undefined
  /** Of a batch. */
  readonly index?: number
}

function readOne(
  { entry, amount, isIn, index }: One,
  details: readonly XmlNode[],
  { account, nextRow, distinctId, emit }: CamtSetting,
): void {
  const row = nextRow()
  const [first] = details
  const raw = rawOf(
    index === undefined ? [entry, ...details.slice(0, 1)] : details,
  )
  const wrong = (code: StatementIssue['code'], found: string) =>
    emit(issue(row, code, found, raw))

  if (amount === undefined) return wrong('no-amount', '')
  if (!currencyPattern.test(amount.currency)) {
    return wrong('not-a-currency', amount.currency)
  }
  const minor = signed(amount, isIn)
  if (minor === undefined) {
    return wrong(
      'not-an-amount',
      `${textAt(entry, 'CdtDbtInd')} ${amount.text}`,
    )
  }
  const date = dayIn(entry, 'BookgDt') ?? dayIn(entry, 'ValDt')
  if (date === undefined) {
    return wrong('not-a-date', textAt(entry, 'BookgDt/Dt'))
  }
  const words = fitWords(wordsOf(first, entry, minor >= 0))
  if (words === undefined) return wrong('too-long', '')

  const bankId = idOf(entry, first, index)
  emit({
    kind: 'row',
    row: {
      row,
      raw,
      date,
      minor,
      currency: amount.currency,
      ...words,
      ...(bankId !== undefined && {
        bankId: distinctId(`${bankId} ${date}`, `${minor}`),
      }),
      ...(account !== '' && { account }),
    },
  })
}

/** The bank's reference; some of them come again on another day. */
function idOf(
  entry: XmlNode,
  details: XmlNode | undefined,
  index: number | undefined,
): string | undefined {
  const own = textAt(details, 'Refs/AcctSvcrRef')
  const whole = textAt(entry, 'AcctSvcrRef')
  const ids =
    index === undefined
      ? [whole, own]
      : [own === whole ? '' : own, whole === '' ? '' : `${whole}/${index + 1}`]
  return ids.find(isReference)
}

/** What stood there, element by element. */
function rawOf(nodes: readonly XmlNode[]): string {
  const texts: string[] = []
  let length = 0
  function add(each: XmlNode): void {
    if (length > 500) return
    const text = each.text.trim()
    if (text !== '') {
      const ccy = /Ccy\s*=\s*["']([^"']*)/.exec(each.attributes)?.[1]
      const said = `${each.name}: ${text}${ccy === undefined ? '' : ` ${ccy}`}`
      texts.push(said)
      length += said.length
    }
    each.children.forEach(add)
  }
  nodes.forEach(add)
  return texts.join('\n').slice(0, 500)
}
