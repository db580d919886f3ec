import type { ReadChoices } from '@ourmoney/shared/statement/statement.ts'
import { createMarkVotes } from '../decimal-mark.ts'
import { minorOf } from '../read-minor.ts'
import { machineReader } from '../machine-reader.ts'
import type { MachineSetting, StatementMachine } from '../machine.ts'
import type { StatementSource } from '../reader.ts'
import { usualCurrency } from '../usual-currency.ts'
import { qifDay, voteOnOrder } from './qif-dates.ts'
import { qifRecords, type QifRecord } from './qif-records.ts'
import { readQifRows, type QifSetting } from './qif-rows.ts'

/** QIF of banks, cards, cash and other accounts, any number in a file. */
export const qifReader = machineReader({
  format: 'qif',
  isOne: head => /^\s*!(type|account|option|clear)\b/i.test(head),
  start: qifMachine,
  decide: async (source, choices, context) => ({
    ...choices,
    ...(choices.dateOrder !== undefined && choices.decimalMark !== undefined
      ? {}
      : await guess(source, choices, choices.currency ?? context.currency)),
  }),
})

function qifMachine({
  choices,
  context,
  emit,
}: MachineSetting): StatementMachine {
  const setting: Omit<QifSetting, 'account' | 'currency'> = {
    mark: choices.decimalMark ?? '.',
    order: choices.dateOrder ?? 'mdy',
  }
  const currencyOf = (name: string) => usualCurrency(choices, context, name)
  let account = ''
  let isFirst = false

  function nameAccount(record: QifRecord): void {
    const text = textsOf(record)
    const name = text('N')
    if (name === '') return
    account = name
    const minor = minorOf(text('$'), currencyOf(name), setting.mark)
    const date = qifDay(text('/'), setting.order)
    const closing =
      minor === undefined || date === undefined ? undefined : { minor, date }
    emit({
      kind: 'account',
      account: { key: name, name, ...(closing !== undefined && { closing }) },
    })
  }

  /** What was there before the first movement stands as one, from the account to itself. */
  function takeOpening(record: QifRecord): boolean {
    const text = textsOf(record)
    const name = /^\[(.+)\]/.exec(text('L'))?.[1]?.trim()
    if (name === undefined || !record.isWhole) return false
    const isOwn =
      account === '' ? isFirst && opening.test(text('P')) : name === account
    const date = qifDay(text('D'), setting.order)
    const amount = text('T') || text('U')
    const minor = minorOf(amount, currencyOf(name), setting.mark)
    if (!isOwn || date === undefined || minor === undefined) return false
    account = name
    emit({
      kind: 'account',
      account: { key: name, name, opening: { minor, date } },
    })
    return true
  }

  return qifRecords({
    start: () => {
      isFirst = true
    },
    forget: () => {
      account = ''
    },
    record: record => {
      if (record.section === 'accounts') return nameAccount(record)
      const isOpening = takeOpening(record)
      isFirst = false
      if (isOpening) return
      const currency = currencyOf(account)
      const whole = { ...setting, account, currency }
      for (const event of readQifRows(record, whole)) {
        emit(event)
      }
    },
  })
}

/** As programs call it in the languages of the format's users. */
const opening =
  /^(opening balance|balance forward|saldo inicial|anfangsbestand|anfangssaldo|eröffnungssaldo|solde initial|saldo iniziale|beginsaldo)/i

function textsOf({ fields }: QifRecord): (letter: string) => string {
  return letter => fields.find(field => field.letter === letter)?.text ?? ''
}

async function guess(
  source: StatementSource,
  { dateOrder, decimalMark, guessed = [] }: ReadChoices,
  currency: string,
): Promise<ReadChoices> {
  const order = voteOnOrder()
  const mark = createMarkVotes()
  const records = qifRecords({
    start: () => undefined,
    forget: () => undefined,
    record: ({ fields, section }) => {
      for (const { letter, text } of fields) {
        if (section === 'movements' && letter === 'D') order.add(text)
        if (letter === 'T' && section === 'movements') mark.add(text, currency)
        if (letter === '$') mark.add(text, currency)
      }
    },
  })
  for await (const text of source.text()) records.take(text)
  records.end()
  return {
    dateOrder: dateOrder ?? order.order(),
    decimalMark: decimalMark ?? mark.mark(),
    guessed: [
      ...guessed,
      ...(dateOrder !== undefined || order.isSure()
        ? []
        : (['dateOrder'] as const)),
      ...(decimalMark !== undefined || mark.isSure()
        ? []
        : (['decimalMark'] as const)),
    ],
  }
}
