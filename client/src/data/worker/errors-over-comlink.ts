import { transferHandlers } from 'comlink'
import { LedgerError, type LedgerErrorCode } from '../ledger-error.ts'

type Wire = { readonly ledger: LedgerErrorCode; readonly detail: string }

/** An error as a message carries it. */
export function packError(error: unknown): unknown {
  return error instanceof LedgerError
    ? ({ ledger: error.code, detail: error.detail } satisfies Wire)
    : error
}

export function unpackError(wire: unknown): unknown {
  if (typeof wire !== 'object' || wire === null || !('ledger' in wire)) {
    return wire
  }
  const { ledger, detail } = wire as Wire
  return new LedgerError(ledger, detail)
}

type Thrown = { readonly value: unknown }
const thrown = transferHandlers.get('throw')

/** Errors lose their class on the way; a ledger's code must not get lost with it. */
transferHandlers.set('throw', {
  canHandle: (value): value is Thrown => thrown?.canHandle(value) === true,
  serialize: (carried: Thrown) => {
    const { value } = carried
    const [wire, transfers] = thrown?.serialize(carried) ?? [carried, []]
    return [value instanceof LedgerError ? packError(value) : wire, transfers]
  },
  deserialize: (wire: unknown) => {
    const error = unpackError(wire)
    if (error instanceof LedgerError) throw error
    return thrown?.deserialize(wire) as Thrown
  },
})
