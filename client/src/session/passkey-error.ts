export type PasskeyErrorCode = 'cancelled' | 'already-there'

/** The device gave no passkey. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError'
  readonly code: PasskeyErrorCode

  constructor(code: PasskeyErrorCode, cause: unknown) {
    super(`Passkey: ${code}`, { cause })
    this.code = code
  }
}

export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis
}
