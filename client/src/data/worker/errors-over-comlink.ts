import { transferHandlers } from 'comlink'
import { LedgerError, type LedgerErrorCode } from '../ledger-error.ts'

type Thrown = { readonly value: unknown }
const thrown = transferHandlers.get('throw')

/** Errors lose their class on the way; a ledger's code must not get lost with it. */
transferHandlers.set('throw', {
  canHandle: (value): value is Thrown => thrown?.canHandle(value) === true,
  serialize: (carried: Thrown) => {
    const { value } = carried
    const [wire, transfers] = thrown?.serialize(carried) ?? [carried, []]
    return value instanceof LedgerError
      ? [{ ledger: value.code, detail: value.detail }, transfers]
      : [wire, transfers]
  },
  deserialize: (wire: unknown) => {
    if (typeof wire === 'object' && wire !== null && 'ledger' in wire) {
      const { ledger, detail } = wire as {
        readonly ledger: LedgerErrorCode
        readonly detail: string
      }
      throw new LedgerError(ledger, detail)
    }
    return thrown?.deserialize(wire) as Thrown
  },
})
