import type {
  ReadChoices,
  StatementAccount,
  StatementBalance,
} from '@ourmoney/shared/statement/statement.ts'
import { createMarkVotes } from '../decimal-mark.ts'
import { minorOf } from '../read-minor.ts'
import { dayAtStart } from '../dates.ts'
import { distinctIds } from '../distinct-ids.ts'
import { machineReader } from '../machine-reader.ts'
import type { MachineSetting, StatementMachine } from '../machine.ts'
import type { StatementSource } from '../reader.ts'
import { usualCurrency } from '../usual-currency.ts'
import { ofxRecords, type OfxRecord } from './ofx-records.ts'
import { readOfxRow } from './ofx-row.ts'

/** OFX 1 and 2 and QFX: statements of banks and cards, any number in a file. */
export const ofxReader = machineReader({
  format: 'ofx',
  isOne: head =>
    /^\s*(OFXHEADER\s*[:=]|<\?OFX\b|<OFX>)/i.test(head) ||
    (/^\s*</.test(head) && /<(\?OFX\b|OFX>)/i.test(head)),
  start: ofxMachine,
  decide: async (source, choices, context) =>
    choices.decimalMark === undefined
      ? {
          ...choices,
          ...(await markOf(source, choices.currency ?? context.currency)),
        }
      : choices,
})

function ofxMachine({
  choices,
  context,
  emit,
}: MachineSetting): StatementMachine {
  const usual = () => usualCurrency(choices, context, account?.key ?? '')
  const mark = choices.decimalMark ?? '.'
  const ids = distinctIds()
  let account: StatementAccount | undefined
  let currency = choices.currency
  let row = 0

  function readAccount({ fields }: OfxRecord): void {
    const number = fields.get('ACCTID') ?? ''
    if (number === '') return
    const name = fields.get('BANKID') ?? fields.get('BROKERID')
    if (name !== undefined) emit({ kind: 'maker', name })
    account = {
      key: keyOf(number, fields.get('ACCTTYPE') ?? ''),
      name: number,
      ...(currency !== undefined && { currency }),
    }
    emit({ kind: 'account', account })
  }

  function readBalance({ fields }: OfxRecord): void {
    const date = dayAtStart(fields.get('DTASOF') ?? '')
    const text = fields.get('BALAMT') ?? ''
    const minor = minorOf(text, currency ?? usual(), mark)
    if (account === undefined || date === undefined) return
    if (minor === undefined) return
    const closing: StatementBalance = { minor, date }
    emit({ kind: 'account', account: { ...account, closing } })
  }

  function readMovement(record: OfxRecord): void {
    row += 1
    if (record.name === 'STMTTRNP' && choices.withPending !== true) {
      return emit({ kind: 'pending' })
    }
    emit(
      readOfxRow(record, {
        key: account?.key ?? '',
        currency: currency ?? usual(),
        row,
        mark,
        distinctId: ids.take,
      }),
    )
  }

  return ofxRecords({
    start: name => {
      if (name === 'BANKTRANLIST') return ids.reset()
      account = undefined
      currency = choices.currency
    },
    field: (name, value) => {
      if (name === 'CURDEF' && value !== '') currency = value.toUpperCase()
    },
    record: record => {
      if (record.name.startsWith('STMTTRN')) readMovement(record)
      else if (record.name.endsWith('ACCTFROM')) readAccount(record)
      else if (record.name === 'LEDGERBAL') readBalance(record)
      else {
        const name = record.fields.get('ORG') ?? record.fields.get('FID')
        if (name !== undefined) emit({ kind: 'maker', name })
      }
    },
  })
}

/** Some banks give one number to all accounts of a person; their type tells them apart. */
function keyOf(number: string, type: string): string {
  const plain = number.replace(/\s+/g, '')
  const isUsual = type === '' || type.toUpperCase() === 'CHECKING'
  return isUsual ? plain : `${plain} ${type.toUpperCase()}`
}

async function markOf(
  source: StatementSource,
  usual: string,
): Promise<Pick<ReadChoices, 'decimalMark' | 'guessed'>> {
  const vote = createMarkVotes()
  let currency = usual
  const records = ofxRecords({
    start: () => undefined,
    field: (name, value) => {
      if (name === 'CURDEF' && value !== '') currency = value
    },
    record: ({ fields }) => {
      const own = fields.get('CURRENCY.CURSYM') ?? currency
      vote.add(fields.get('TRNAMT') ?? fields.get('BALAMT') ?? '', own)
    },
  })
  for await (const text of source.text()) records.take(text)
  records.end()
  return {
    decimalMark: vote.mark(),
    guessed: vote.isSure() ? [] : ['decimalMark'],
  }
}
