import { decimalText } from '@ourmoney/shared/money/decimal-text.ts'
import type {
  OutAccount,
  OutMovement,
  OutStatement,
  OutStatements,
} from './out-statement.ts'

const longestName = 32
const longestId = 255

/**
 * OFX 2 in pieces, in UTF-8. The name says who and the memo what for; where
 * nobody is named, the name says what for. OFX knows no categories, notes or
 * parts: categories and notes stand in tags of our own, which other programs
 * pass over, and of a transaction in parts the whole is written.
 */
export async function* writeOfx(
  statements: OutStatements,
  writtenAt: Date,
): AsyncGenerator<string> {
  const now = writtenAt.toISOString().replace(/\D/g, '').slice(0, 14)
  yield header(now)
  let message: Message | undefined
  let number = 0
  for await (const statement of statements) {
    const own = messageOf(statement.account)
    number += 1
    if (own !== message) {
      yield (
        (message === undefined ? '' : `</${message.set}>\n`) + `<${own.set}>\n`
      )
      message = own
    }
    yield* writeStatement(statement, own, number)
  }
  yield `${message === undefined ? '' : `</${message.set}>\n`}</OFX>\n`
}

type Message = { readonly set: string; readonly prefix: '' | 'CC' }
const banks: Message = { set: 'BANKMSGSRSV1', prefix: '' }
const cards: Message = { set: 'CREDITCARDMSGSRSV1', prefix: 'CC' }

function messageOf({ type }: OutAccount): Message {
  return type === 'card' ? cards : banks
}

const isFine = '<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>'

function header(now: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    '<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n' +
    `<OFX>\n<SIGNONMSGSRSV1><SONRS>${isFine}<DTSERVER>${now}</DTSERVER>` +
    '<LANGUAGE>ENG</LANGUAGE><FI><ORG>OurMoney</ORG></FI></SONRS></SIGNONMSGSRSV1>\n'
  )
}

async function* writeStatement(
  { account, from, until, rows, closing }: OutStatement,
  { prefix }: Message,
  number: number,
): AsyncGenerator<string> {
  yield (
    `<${prefix}STMTTRNRS><TRNUID>${number}</TRNUID>${isFine}<${prefix}STMTRS>` +
    `<CURDEF>${account.currency}</CURDEF>` +
    (prefix === 'CC'
      ? `<CCACCTFROM>${tag('ACCTID', account.key)}</CCACCTFROM>\n`
      : `<BANKACCTFROM>${bankAccount(account.key, typeOf(account))}</BANKACCTFROM>\n`) +
    `<BANKTRANLIST><DTSTART>${day(from)}</DTSTART><DTEND>${day(until)}</DTEND>\n`
  )
  for await (const row of rows) yield writeRow(row, account)
  yield (
    '</BANKTRANLIST>\n' +
    (closing === undefined
      ? ''
      : `<LEDGERBAL><BALAMT>${decimalText(closing.minor, account.currency)}</BALAMT>` +
        `<DTASOF>${day(closing.date)}</DTASOF></LEDGERBAL>`) +
    `</${prefix}STMTRS></${prefix}STMTTRNRS>\n`
  )
}

function bankAccount(key: string, type: string): string {
  return `<BANKID>0</BANKID>${tag('ACCTID', key)}<ACCTTYPE>${type}</ACCTTYPE>`
}

function typeOf({ type }: OutAccount): string {
  if (type === 'savings') return 'SAVINGS'
  return type === 'loan' ? 'CREDITLINE' : 'CHECKING'
}

function writeRow(row: OutMovement, account: OutAccount): string {
  const { minor, currency, description, payee, category, notes } = row
  const name = payee ?? description
  return (
    `<STMTTRN><TRNTYPE>${kindOf(row)}</TRNTYPE><DTPOSTED>${day(row.date)}</DTPOSTED>` +
    `<TRNAMT>${decimalText(minor, currency)}</TRNAMT>` +
    tag('FITID', row.id.slice(0, longestId)) +
    tag('NAME', shorten(name)) +
    (name.length > longestName ? tag('EXTDNAME', name) : '') +
    (row.transferTo === undefined
      ? ''
      : `<BANKACCTTO>${bankAccount(row.transferTo, 'CHECKING')}</BANKACCTTO>`) +
    (payee === undefined ? '' : tag('MEMO', description)) +
    (currency === account.currency
      ? ''
      : `<CURRENCY><CURRATE>1</CURRATE><CURSYM>${currency}</CURSYM></CURRENCY>`) +
    (category === undefined ? '' : tag('OURMONEY.CATEGORY', category)) +
    (notes === undefined ? '' : tag('OURMONEY.NOTES', notes)) +
    '</STMTTRN>\n'
  )
}

function kindOf({ minor, transferTo }: OutMovement): string {
  if (transferTo !== undefined) return 'XFER'
  return minor < 0 ? 'DEBIT' : 'CREDIT'
}

function day(date: string): string {
  return date.replaceAll('-', '')
}

function shorten(text: string): string {
  return text.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')
}

function tag(name: string, text: string): string {
  return `<${name}>${escape(text)}</${name}>`
}

/** XML has no place for control characters, not even as numbers. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
