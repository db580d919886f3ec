import { currencyPattern } from '@ourmoney/shared/money/currencies.ts'
import { minorOf, type DecimalMark } from '../read-minor.ts'
import { dayAtStart } from '../dates.ts'
import { issue, type StatementEvent } from '../machine.ts'
import { distinctLines, fitNames, fitWords, isReference } from '../words.ts'
import type { OfxRecord } from './ofx-records.ts'

type Setting = {
  /** Of the account; empty where the file says none. */
  readonly key: string
  /** Of the account. */
  readonly currency: string
  readonly row: number
  readonly mark: DecimalMark
  readonly distinctId: (id: string, content: string) => string
}

/** A movement: a row, or what is wrong with it. */
export function readOfxRow(
  { fields, raw }: OfxRecord,
  { row, key, currency: own, mark, distinctId }: Setting,
): StatementEvent {
  const currency = fields.get('CURRENCY.CURSYM')?.toUpperCase() ?? own
  if (!currencyPattern.test(currency)) {
    return issue(row, 'not-a-currency', currency, raw)
  }
  const days = ['DTPOSTED', 'DTTRAN', 'DTUSER', 'DTAVAIL'].map(
    name => fields.get(name) ?? '',
  )
  const date = days.map(dayAtStart).find(day => day !== undefined)
  if (date === undefined) {
    return issue(row, 'not-a-date', days.join(' '), raw)
  }
  const amount = fields.get('TRNAMT') ?? ''
  if (amount === '') return issue(row, 'no-amount', '', raw)
  const minor = minorOf(amount, currency, mark)
  if (minor === undefined) return issue(row, 'not-an-amount', amount, raw)
  const { names, rest } = fitNames({
    category: fields.get('OURMONEY.CATEGORY'),
  })
  const said = wordsOf(fields)
  const notes = distinctLines([said.notes, rest])
  const words = fitWords({ ...said, notes })
  if (words === undefined) return issue(row, 'too-long', '', raw)

  const id = fields.get('FITID') ?? ''
  const to = fields.get('BANKACCTTO.ACCTID') ?? fields.get('CCACCTTO.ACCTID')
  return {
    kind: 'row',
    row: {
      row,
      raw,
      date,
      minor,
      currency,
      ...words,
      ...names,
      ...(isReference(id) && { bankId: distinctId(id, `${date} ${minor}`) }),
      ...(key !== '' && { account: key }),
      ...(to !== undefined && { transferTo: to }),
    },
  }
}

/** Who is in the name and what for in the memo, where there are both. */
function wordsOf(fields: OfxRecord['fields']) {
  const memo = fields.get('MEMO')
  const names = ['EXTDNAME', 'NAME', 'PAYEE.NAME']
    .map(tag => fields.get(tag))
    .filter(name => name !== undefined)
  const name = names.find(each => !isNumber.test(each))
  const notes = fields.get('OURMONEY.NOTES')
  const others = ['CHECKNUM', 'REFNUM', 'TRNTYPE'].map(tag => fields.get(tag))
  return {
    description: memo ?? name ?? [...names, ...others].find(Boolean) ?? '',
    ...(memo !== undefined && name !== undefined && { payee: name }),
    ...(notes !== undefined && { notes }),
  }
}

const isNumber = /^[\d\s./*#-]*$/
