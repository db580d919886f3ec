import { randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '@ourmoney/shared/identity/api.ts'
import { Failure } from '../failure.ts'
import type { Ledgers } from './ledgers.ts'
import type { Members } from './members.ts'
import type { InvitationRecord } from './records.ts'
import { hashToken } from './refresh-tokens.ts'
import { bareId, StaleRecordError } from './store.ts'
import type { Store } from './store.ts'
import type { Users } from './users.ts'

const week = 7 * 24 * 60 * 60 * 1000
const mostOfOneLedger = 50

export type Invitation = {
  readonly id: string
  readonly ledger: string
  readonly role: Role
  readonly createdBy: string
  readonly createdAt: number
  readonly expiresAt: number
}

/**
 * Ways into a ledger, each for one person. Whoever shows the code gets in, with
 * the role that is written here. One whose maker is no owner any more is void.
 * Unknown, used, revoked and expired ones all answer `invitation-gone`.
 */
export type Invitations = {
  /** By an owner; the code is told here and kept nowhere. */
  readonly create: (
    ledger: string,
    by: string,
    role: Role,
  ) => Promise<{ readonly invitation: Invitation; readonly code: string }>
  readonly ofLedger: (ledger: string, by: string) => readonly Invitation[]
  readonly revoke: (ledger: string, by: string, id: string) => Promise<void>
  readonly look: (code: string) => Invitation
  /** Joins the ledger, and leaves the code unused where somebody is a member already. Answers its id. */
  readonly accept: (code: string, user: string) => Promise<string>
  /** Keeps the code for whoever `work` makes, so that nobody else uses it meanwhile. */
  readonly acceptAs: <Made extends { readonly id: string }>(
    code: string,
    work: () => Promise<Made>,
  ) => Promise<Made>
  /** Forgets what has run out. */
  readonly sweep: () => Promise<void>
}

type InvitationsDeps = {
  readonly store: Store
  readonly users: Users
  readonly ledgers: Ledgers
  readonly members: Members
}

export function createInvitations(deps: InvitationsDeps): Invitations {
  const { users, ledgers, members } = deps
  const { invitations } = deps.store
  const beingUsed = new Set<string>()

  function refuseUnlessOwner(ledger: string, user: string): void {
    const role = ledgers.roleOf(user, ledger)
    if (role === undefined) throw new Failure('not-found')
    if (role !== 'owner') throw new Failure('forbidden')
  }

  function isInForce({ ledger, createdBy, expiresAt }: InvitationRecord) {
    const isOwners = ledgers.roleOf(createdBy, ledger) === 'owner'
    return isOwners && Date.now() < expiresAt
  }

  function ofLedger(ledger: string): readonly InvitationRecord[] {
    return invitations
      .all()
      .filter(each => each.ledger === ledger && isInForce(each))
  }

  function find(code: string): InvitationRecord {
    const hashed = hashToken(code)
    const found = invitations.all().find(each => each.code === hashed)
    if (found === undefined || !isInForce(found)) {
      throw new Failure('invitation-gone')
    }
    return found
  }

  function describe(record: InvitationRecord): Invitation {
    const { ledger, role, createdAt, expiresAt } = record
    const createdBy = users.nameOf(record.createdBy)
    return {
      id: bareId(record),
      ledger,
      role,
      createdBy,
      createdAt,
      expiresAt,
    }
  }

  async function claim(found: InvitationRecord, user: string): Promise<void> {
    try {
      // Gone first: should the server stop in between, nobody gets in twice.
      await invitations.remove(found)
    } catch (error) {
      if (!(error instanceof StaleRecordError)) throw error
      throw new Failure('invitation-gone')
    }
    await members.add(found.ledger, user, found.role)
  }

  return {
    create: async (ledger, by, role) => {
      refuseUnlessOwner(ledger, by)
      if (ofLedger(ledger).length >= mostOfOneLedger) {
        throw new Failure('forbidden', {
          detail: `At most ${mostOfOneLedger} open invitations a ledger`,
        })
      }
      const code = randomBytes(16).toString('base64url')
      const now = Date.now()
      const record = await invitations.save({
        _id: `invitation_${randomUUID()}`,
        kind: 'invitation',
        ledger,
        role,
        code: hashToken(code),
        createdBy: by,
        createdAt: now,
        expiresAt: now + week,
      })
      return { invitation: describe(record), code }
    },
    ofLedger: (ledger, by) => {
      refuseUnlessOwner(ledger, by)
      return ofLedger(ledger).map(describe)
    },
    revoke: async (ledger, by, id) => {
      refuseUnlessOwner(ledger, by)
      const found = invitations.get(id)
      if (found?.ledger !== ledger) throw new Failure('not-found')
      if (beingUsed.has(found.code)) throw new Failure('stale')
      await invitations.remove(found)
    },
    look: code => describe(find(code)),
    accept: async (code, user) => {
      const found = find(code)
      if (ledgers.roleOf(user, found.ledger) !== undefined) return found.ledger
      if (beingUsed.has(found.code)) throw new Failure('invitation-gone')
      await claim(found, user)
      return found.ledger
    },
    acceptAs: async (code, work) => {
      const found = find(code)
      if (beingUsed.has(found.code)) throw new Failure('invitation-gone')
      beingUsed.add(found.code)
      try {
        const made = await work()
        await claim(found, made.id)
        return made
      } finally {
        beingUsed.delete(found.code)
      }
    },
    sweep: async () => {
      for (const each of invitations.all()) {
        if (!isInForce(each)) await invitations.remove(each)
      }
    },
  }
}
