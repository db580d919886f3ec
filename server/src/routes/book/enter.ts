import type { FastifyRequest } from 'fastify'
import { roleHeader } from '@ourmoney/shared/identity/may-write.ts'
import type { FastifyReply } from 'fastify'
import { Failure } from '../../failure.ts'
import type { Access, Membership } from '../../people/access.ts'

type OfLedger = { readonly params: { readonly ledger: string } }

/** Who asks, as what they are in the ledger at this moment. */
export type Enter = (
  request: FastifyRequest & OfLedger,
  reply?: FastifyReply,
) => Membership

export function createEnter(access: Access): Enter {
  return (request, reply) => {
    const member = access.memberOf(request, request.params.ledger)
    if (member === undefined) throw new Failure('not-found')
    void reply?.header(roleHeader, member.role)
    return member
  }
}
