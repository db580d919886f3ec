import type { Device } from './device.ts'

/** Starts this tab's worker. Throws LedgerError `storage-unavailable` where the browser keeps nothing. */
export async function openDevice(): Promise<Device> {
  throw new Error('Not there yet')
}
