import type { FastifyInstance } from 'fastify'
import { isLocalhost } from './localhost.ts'

export type Headers = Readonly<Record<string, string>>

export type HeaderOptions = {
  /** Browsers reach the server by https, directly or through a proxy. */
  readonly https: boolean
  /** `sha256-…` of the style elements that the component library adds at run time. */
  readonly styleHashes: readonly string[]
  /** Names of the trusted types policies that the app makes. */
  readonly trustedTypes: readonly string[]
}

const strictTransport = 'strict-transport-security'

/** Sent with every answer there is: pages, failures, 304, feeds. */
export function securityHeaders(options: HeaderOptions): Headers {
  return {
    'content-security-policy': contentSecurityPolicy(options),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': [
      ...forbidden.map(name => `${name}=()`),
      // For dictation, when the person presses its button and the browser asks them.
      'microphone=(self)',
    ].join(', '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(options.https && {
      [strictTransport]: 'max-age=31536000; includeSubDomains',
    }),
  }
}

export function sendSecurityHeaders(app: FastifyInstance, headers: Headers) {
  app.addHook('onRequest', async (request, reply) => {
    // On the raw response, because a feed takes it over and writes by itself.
    for (const [name, value] of Object.entries(headers)) {
      reply.raw.setHeader(name, value)
    }
    // It would bind every other server of this machine too, on any port.
    if (isLocalhost(request.hostname)) reply.raw.removeHeader(strictTransport)
    // What may be kept says so itself.
    reply.raw.setHeader('cache-control', 'no-store')
  })
}

function contentSecurityPolicy(options: HeaderOptions): string {
  const styles = options.styleHashes.map(hash => `'${hash}'`)
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    ['trusted-types', ...options.trustedTypes].join(' '),
  ].join('; ')
}

const forbidden = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
]
