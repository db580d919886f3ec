import type {
  StatementAccount,
  StatementBalance,
} from '@ourmoney/shared/statement/statement.ts'
import { minorOf, type DecimalMark } from '../read-minor.ts'
import { distinctIds } from '../distinct-ids.ts'
import { machineReader } from '../machine-reader.ts'
import {
  issue,
  type MachineSetting,
  type StatementMachine,
} from '../machine.ts'
import { StatementFileError } from '../reader.ts'
import { usualCurrency } from '../usual-currency.ts'
import { fitWords, isReference, squeeze } from '../words.ts'
import { mt940Fields, type Mt940Field } from './mt940-fields.ts'
import { readMovement, swiftDay } from './mt940-movement.ts'
import { readWords, wordsOfRow } from './mt940-words.ts'

/** MT940, and the interim MT942, of any bank. */
export const mt940Reader = machineReader({
  format: 'mt940',
  isOne: head =>
    /^\s*(\{1:|:?940:|:20:)/.test(head) && /^:(25[A-Z]?|28C?):/m.test(head),
  start: mt940Machine,
})

type Movement = {
  readonly field: Mt940Field
  readonly words: string[]
}

/** Lines that are said of one movement; the standard knows six. */
const mostWords = 500

function mt940Machine({
  choices,
  context,
  emit,
}: MachineSetting): StatementMachine {
  const usual = () => usualCurrency(choices, context, account?.key ?? '')
  const ids = distinctIds()
  let number = ''
  let currency = choices.currency
  let account: StatementAccount | undefined
  let movement: Movement | undefined
  /** An opening balance asks for a closing one. */
  let isOpen = false
  let hasAccount = false

  function nameAccount(): void {
    if (account !== undefined || number === '') return
    const key = keyOf(number, currency)
    account = {
      key,
      name: key,
      ...(currency !== undefined && { currency }),
    }
    emit({ kind: 'account', account })
  }

  function readBalance({ lines, line }: Mt940Field): StatementBalance {
    const found = /^([CD])(\d{6})([A-Z]{3})([\d.,]+)$/.exec(
      (lines[0] ?? '').trim(),
    )
    const [, side, day = '', own = '', text = ''] = found ?? []
    const date = swiftDay(day)
    const minor = minorOf(text, own || usual(), markOf(text))
    if (date === undefined || minor === undefined) {
      throw new StatementFileError('cut-short', line, lines[0])
    }
    currency = own
    return { minor: side === 'D' ? 0 - minor : minor, date }
  }

  function finishMovement(): void {
    if (movement === undefined) return
    const { field, words } = movement
    movement = undefined
    nameAccount()
    const raw = [...field.lines, ...words].join('\n').slice(0, 500)
    const [first = '', ...rest] = field.lines
    const found = readMovement(first)
    if (found === undefined) {
      return emit(issue(field.line, 'not-a-record', first, raw))
    }
    const { date, amount, isOut, kind, reference } = found
    if (date === undefined) {
      return emit(issue(field.line, 'not-a-date', first.slice(0, 10), raw))
    }
    const own = currency ?? usual()
    const size = minorOf(amount, own, markOf(amount))
    if (size === undefined) {
      return emit(issue(field.line, 'not-an-amount', amount, raw))
    }
    if (found.isPending && choices.withPending !== true) {
      return emit({ kind: 'pending' })
    }
    const minor = isOut ? 0 - size : size
    const said = readWords(words)
    const fitting = fitWords(
      wordsOfRow(said, kind, reference, squeeze(rest.join(' '))),
    )
    if (fitting === undefined)
      return emit(issue(field.line, 'too-long', '', raw))
    const bankId = [said.bankReference, found.bankReference].find(isReference)
    emit({
      kind: 'row',
      row: {
        row: field.line,
        raw: raw.trim(),
        date,
        minor,
        currency: own,
        ...fitting,
        ...(bankId !== undefined && {
          // Numbers that begin anew each day are in use.
          bankId: ids.take(`${bankId} ${date}`, `${minor}`),
        }),
        ...(account !== undefined && { account: account.key }),
      },
    })
  }

  function take(field: Mt940Field): void {
    if (field.tag === '86') {
      if (movement === undefined) return
      movement.words.push(...field.lines)
      if (movement.words.length > mostWords) {
        throw new StatementFileError('not-a-statement', field.line)
      }
      return
    }
    finishMovement()
    switch (field.tag) {
      case '20':
        if (isOpen) throw new StatementFileError('cut-short', field.line)
        number = ''
        account = undefined
        currency = choices.currency
        ids.reset()
        break
      case '25':
      case '25P':
        hasAccount = true
        number = squeeze(field.lines[0] ?? '')
        break
      case '34F':
        currency ??= /^[A-Z]{3}/.exec(field.lines[0] ?? '')?.[0]
        break
      case '60F':
      case '60M': {
        const opening = readBalance(field)
        isOpen = true
        nameAccount()
        if (account !== undefined) {
          emit({ kind: 'account', account: { ...account, opening } })
        }
        break
      }
      case '61':
        movement = { field, words: [] }
        break
      case '62F':
      case '62M': {
        const closing = readBalance(field)
        isOpen = false
        if (account !== undefined) {
          emit({ kind: 'account', account: { ...account, closing } })
        }
        break
      }
    }
  }

  const fields = mt940Fields(take)
  return {
    take: fields.take,
    end: () => {
      fields.end()
      finishMovement()
      if (isOpen) throw new StatementFileError('cut-short', fields.line())
      if (!hasAccount) throw new StatementFileError('not-a-statement')
    },
  }
}

/** The rule says a comma. */
function markOf(amount: string): DecimalMark {
  return amount.includes('.') && !amount.includes(',') ? '.' : ','
}

/** Some banks write the currency behind the number. */
function keyOf(number: string, currency: string | undefined): string {
  const plain = number.replace(/^\/+/, '').replace(/\s+/g, '')
  const isBehind = currency !== undefined && plain.endsWith(currency)
  return isBehind ? plain.slice(0, -currency.length) : plain
}
