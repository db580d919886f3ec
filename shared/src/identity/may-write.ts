import type { Role } from './api.ts'

/** Of every answer about a ledger's database: what the asking person is in it. */
export const roleHeader = 'ourmoney-role'

/** What somebody is in a ledger; `none`: no member any more, or the ledger was deleted. */
export type Standing = Role | 'none'

/** The server refuses whatever others write; a device does not offer it. */
export function mayWrite(standing: Standing): boolean {
  return standing === 'owner' || standing === 'editor'
}
