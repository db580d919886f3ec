import * as z from 'zod'

/** Addresses of a person's own programs that are told when a ledger has changed. */

/** Of one person in one ledger. */
export const mostWebhooks = 5

/** Why an address was not told. */
export const webhookFailures = [
  /** It answered with a status that says no. */
  'status',
  /** It did not answer in time. */
  'timeout',
  /** Its name leads nowhere, or to what is not public. */
  'no-address',
  'certificate',
  'unreachable',
] as const
export type WebhookFailure = (typeof webhookFailures)[number]

/** `POST /api/v1/ledgers/:ledger/webhooks`, with a proof. */
export const makeWebhookRequest = z.strictObject({
  address: z.string().trim().min(1).max(2_000),
})

const failure = z.object({
  reason: z.enum(webhookFailures),
  /** Of HTTP, where it answered. */
  status: z.int().optional(),
})

const webhook = z.object({
  id: z.string(),
  /** To who made it without what follows a question mark, to others without its path, too. */
  address: z.string(),
  /** Name of who made it. */
  user: z.string(),
  createdAt: z.int(),
  /** When it was told something the last time. */
  deliveredAt: z.int().optional(),
  /** The first of the attempts that have failed since. */
  failingSince: z.int().optional(),
  /** Of the last attempt, while it fails or is off. */
  failure: failure.optional(),
  /** It failed for so long that it is told nothing any more. */
  offAt: z.int().optional(),
})
/** The only time that anybody is told the secret. */
export const makeWebhookReply = webhook.extend({ secret: z.string() })

/**
 * `GET /api/v1/ledgers/:ledger/webhooks`: one's own, to an owner everybody's. One
 * is revoked by `DELETE …/webhooks/:webhook`.
 */
export const webhooksReply = z.object({ webhooks: z.array(webhook) })

/** `POST …/webhooks/:webhook/test`: a test that arrives turns on what was off. */
export const testWebhookReply = z.object({
  /** Absent when it arrived. */
  failure: failure.optional(),
})

/** What an address is told: that there is something to be asked for, never what. */
export const webhookBody = z.object({
  type: z.enum(['ledger.changed', 'webhook.test']),
  /** When it was noticed; the header has that of the attempt. */
  timestamp: z.iso.datetime(),
  data: z.object({
    ledger: z.string(),
    /** For `/sync/:ledger/db/_changes?since=`: up to where it was told before. */
    since: z.union([z.int(), z.string()]),
    /** Up to where it is told by this. */
    cursor: z.union([z.int(), z.string()]),
  }),
})
