import type * as z from 'zod'
import type { factorsReply } from '@ourmoney/shared/identity/factors.ts'

/** What a person has besides the password. */
export type Factors = z.infer<typeof factorsReply>
export type Passkey = Factors['passkeys'][number]
