import { decodeEntities, markupCutter } from '../markup.ts'
import { StatementFileError } from '../reader.ts'
import { squeeze } from '../words.ts'

/** Something that stands in an OFX file as a group of fields. */
export type OfxRecord = {
  readonly name: string
  /** By the name of the tag, with that of the group within the record before it: `PAYEE.NAME`. */
  readonly fields: ReadonlyMap<string, string>
  /** As far as 500 characters. */
  readonly raw: string
}

export type OfxTaker = {
  /** A list of movements, or what has an account and one begins. */
  readonly start: (name: string) => void
  readonly record: (record: OfxRecord) => void
  /** A field of a statement itself. */
  readonly field: (name: string, value: string) => void
}

const records: ReadonlySet<string> = new Set([
  'STMTTRN',
  'STMTTRNP',
  'BANKACCTFROM',
  'CCACCTFROM',
  'INVACCTFROM',
  'LEDGERBAL',
  'FI',
])
const starts: ReadonlySet<string> = new Set([
  'STMTRS',
  'CCSTMTRS',
  'INVSTMTRS',
  'BANKTRANLIST',
])
/** All other tags are fields, for theirs are not always closed. */
const groups: ReadonlySet<string> = new Set([
  ...records,
  ...starts,
  ...'OFX SIGNONMSGSRSV1 SONRS STATUS BANKMSGSRSV1 CREDITCARDMSGSRSV1'.split(
    ' ',
  ),
  ...'INVSTMTMSGSRSV1 STMTTRNRS CCSTMTTRNRS INVSTMTTRNRS'.split(' '),
  ...'BANKTRANLISTP INVTRANLIST INVBANKTRAN AVAILBAL BALLIST BAL'.split(' '),
  ...'PAYEE EXTDPAYEE BANKACCTTO CCACCTTO CURRENCY ORIGCURRENCY'.split(' '),
])
const longestRaw = 500
const mostFields = 100
const longestField = 20_000

/** The records of an OFX file, SGML or XML, whatever its header says. */
export function ofxRecords(taker: OfxTaker) {
  const open: string[] = []
  let field: { readonly name: string; text: string } | undefined
  let current: { fields: Map<string, string>; raw: string } | undefined
  let hasStatement = false
  let isWhole = false
  let wrong = ''
  /** Ours escapes once; some banks do so twice. */
  let isOurs = false

  function endField(): void {
    if (field === undefined) return
    const { name, text } = field
    field = undefined
    const value = name === 'OURMONEY.NOTES' ? text.trim() : squeeze(text)
    const top = open.at(-1) ?? ''
    if (name === 'MESSAGE' && top === 'STATUS') wrong = value
    if (current === undefined) return taker.field(name, value)
    if (value === '') return
    const key = records.has(top) ? name : `${top}.${name}`
    const { fields } = current
    if (fields.has(key) || fields.size >= mostFields) return
    fields.set(key, value)
    if (key === 'ORG' && value === 'OurMoney') isOurs = true
  }

  function openGroup(name: string): void {
    // One that is open already was not closed.
    if (open.includes(name)) closeGroup(name)
    open.push(name)
    if (name === 'OFX') isWhole = false
    if (starts.has(name)) {
      hasStatement = true
      taker.start(name)
    }
    if (records.has(name)) current = { fields: new Map(), raw: '' }
  }

  function closeGroup(name: string): void {
    while (open.includes(name)) {
      const last = open.pop() ?? ''
      if (!records.has(last) || current === undefined) continue
      const { fields, raw } = current
      current = undefined
      taker.record({ name: last, fields, raw })
    }
    if (name === 'OFX') isWhole = true
  }

  function keep(text: string): void {
    if (current === undefined || current.raw.length >= longestRaw) return
    current.raw = (current.raw + text).slice(0, longestRaw)
  }

  const cutter = markupCutter({
    open: (tag, _, isEmpty) => {
      const name = tag.toUpperCase()
      endField()
      if (groups.has(name)) {
        openGroup(name)
        if (isEmpty) closeGroup(name)
      } else field = { name, text: '' }
      keep(`<${tag}>`)
    },
    close: tag => {
      const name = tag.toUpperCase()
      endField()
      keep(`</${tag}>`)
      if (groups.has(name)) closeGroup(name)
    },
    text: (text, isLiteral) => {
      keep(text)
      if (field === undefined || field.text.length > longestField) return
      const once = isLiteral ? text : decodeEntities(text)
      field.text += isOurs || isLiteral ? once : decodeEntities(once)
    },
  })

  return {
    take: cutter.take,
    end: () => {
      const rest = cutter.end()
      if (!isWhole) {
        const code = open.includes('OFX') ? 'cut-short' : 'not-a-statement'
        throw new StatementFileError(code, cutter.line(), rest)
      }
      if (!hasStatement) {
        throw new StatementFileError('not-a-statement', 1, wrong)
      }
    },
  }
}
