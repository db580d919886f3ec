import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLocalhost } from '../plugins/localhost.ts'

/** Where a browser keeps its refresh token: out of reach of scripts. */
export function readRefreshCookie(request: FastifyRequest): string | undefined {
  return request.cookies[cookieFor(request).name]
}

export function setRefreshCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  keepFor: number,
): void {
  const { name, secure } = cookieFor(request)
  void reply.setCookie(name, token, { ...attributes, secure, maxAge: keepFor })
}

export function clearRefreshCookie(
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { name, secure } = cookieFor(request)
  void reply.setCookie(name, '', { ...attributes, secure, maxAge: 0 })
}

// `__Host-` demands the path "/" and no domain.
const attributes = { path: '/', httpOnly: true, sameSite: 'strict' } as const

function cookieFor(request: FastifyRequest) {
  // Safari keeps no secure cookie for http://localhost. Nowhere else may it go unprotected.
  const isPlain = request.protocol === 'http' && isLocalhost(request.hostname)
  return isPlain
    ? { name: 'ourmoney-rt', secure: false }
    : { name: '__Host-rt', secure: true }
}
