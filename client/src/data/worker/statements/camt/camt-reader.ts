import type { StatementAccount } from '@ourmoney/shared/statement/statement.ts'
import { distinctIds } from '../distinct-ids.ts'
import { machineReader } from '../machine-reader.ts'
import type { MachineSetting, StatementMachine } from '../machine.ts'
import { StatementFileError } from '../reader.ts'
import { usualCurrency } from '../usual-currency.ts'
import { squeeze } from '../words.ts'
import { amountAt, dayIn, isIn } from './camt-amount.ts'
import { readEntry } from './camt-entry.ts'
import { textAt, xmlNodes, type XmlNode } from './xml-node.ts'

const messages = ['BkToCstmrStmt', 'BkToCstmrAcctRpt', 'BkToCstmrDbtCdtNtfctn']
const statements = ['Stmt', 'Rpt', 'Ntfctn']
/** Of one entry; a batch with more is read as one movement. */
const mostDetails = 10_000

/** CAMT.052, 053 and 054 of every version; what their versions call one thing is read alike. */
export const camtReader = machineReader({
  format: 'camt',
  isOne: head =>
    /^\s*</.test(head) &&
    messages.some(name => new RegExp(`<([\\w.-]+:)?${name}[\\s/>]`).test(head)),
  start: camtMachine,
})

function camtMachine({
  choices,
  context,
  emit,
}: MachineSetting): StatementMachine {
  const usual = () =>
    account?.currency ?? usualCurrency(choices, context, account?.key ?? '')
  const ids = distinctIds()
  let account: StatementAccount | undefined
  let details: XmlNode[] = []
  let row = 0
  let hasMessage = false
  /** An entry that is read as one needs the first of its details only. */
  let isTooMany = false

  function take(node: XmlNode): void {
    switch (node.name) {
      case 'Acct':
        return readAccount(node)
      case 'Bal':
        return readBalance(node)
      case 'TxDtls':
        isTooMany ||= details.length >= mostDetails
        if (!isTooMany) details.push(node)
        return
      case 'Ntry': {
        const own = isTooMany ? details.slice(0, 1) : details
        details = []
        isTooMany = false
        readEntry(node, own, {
          account: account?.key ?? '',
          usual: usual(),
          withPending: choices.withPending === true,
          nextRow: () => (row += 1),
          distinctId: ids.take,
          emit,
        })
      }
    }
  }

  function readAccount(node: XmlNode): void {
    const key = (
      textAt(node, 'Id/IBAN') ||
      textAt(node, 'Id/Othr/Id') ||
      textAt(node, 'Id/PrtryAcct/Id')
    ).replace(/\s+/g, '')
    if (key === '') return
    const currency = textAt(node, 'Ccy') || choices.currency
    const bank =
      textAt(node, 'Svcr/FinInstnId/BICFI') ||
      textAt(node, 'Svcr/FinInstnId/BIC')
    if (bank !== '') emit({ kind: 'maker', name: bank })
    account = {
      key,
      name: squeeze(textAt(node, 'Nm')) || key,
      ...(currency !== undefined && { currency }),
    }
    emit({ kind: 'account', account })
  }

  function readBalance(node: XmlNode): void {
    const kind = textAt(node, 'Tp/CdOrPrtry/Cd')
    const end = ends[kind]
    const amount = amountAt(node, 'Amt', usual())
    const date = dayIn(node, 'Dt')
    const isPositive = isIn(node)
    if (account === undefined || end === undefined || date === undefined) return
    if (amount?.size === undefined || isPositive === undefined) return
    account = { ...account, currency: account.currency ?? amount.currency }
    if (account.currency !== amount.currency) return
    const minor = isPositive ? amount.size : 0 - amount.size
    emit({ kind: 'account', account: { ...account, [end]: { minor, date } } })
  }

  const nodes = xmlNodes({
    wants: (name, path) => {
      const parent = path.at(-1) ?? ''
      if (name === 'TxDtls') return parent === 'NtryDtls'
      return (
        ['Acct', 'Bal', 'Ntry'].includes(name) && statements.includes(parent)
      )
    },
    node: take,
    open: name => {
      if (messages.includes(name)) hasMessage = true
      if (!statements.includes(name)) return
      account = undefined
      ids.reset()
    },
  })
  return {
    take: nodes.take,
    end: () => {
      nodes.end()
      if (!hasMessage) throw new StatementFileError('not-a-statement')
    },
  }
}

/** Opening and closing, booked; in a report of the day what is booked so far. */
const ends: Readonly<Record<string, 'opening' | 'closing'>> = {
  OPBD: 'opening',
  PRCD: 'opening',
  CLBD: 'closing',
  ITBD: 'closing',
}
