import { proofReply } from '@ourmoney/shared/identity/factors.ts'
import { askFor } from './api.ts'
import type { Session } from './session.ts'

/** Proves again who is there; the answer goes with what cannot be taken back. Throws ApiError. */
export async function confirmByPassword(
  session: Session,
  password: string,
  /** Where there is a second factor. */
  code: string | undefined,
): Promise<string> {
  const { proof } = await askFor('/auth/confirm', proofReply, {
    method: 'POST',
    body: { password, code },
    token: await session.token(),
  })
  return proof
}
