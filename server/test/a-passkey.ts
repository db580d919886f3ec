import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const present = 0x01
const verified = 0x04
const attested = 0x40

type Asked = {
  readonly challenge: string
  readonly origin: string
  readonly host: string
  /** The device did not check who is there. */
  readonly unverified?: boolean
}

/** A device's passkey, in software: makes and signs what `navigator.credentials` would. */
export function aPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })
  const id = bytes(randomBytes(32))
  let counter = 0

  function authenticatorData(
    { host, unverified = false }: Asked,
    more: readonly Uint8Array[] = [],
  ): Uint8Array {
    counter += 1
    const flags =
      present | (unverified ? 0 : verified) | (more.length > 0 ? attested : 0)
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(counter, 1)
    return join(sha256(host), bytes(head), ...more)
  }

  function answer<Response extends object>(response: Response) {
    const text = encode(id)
    return {
      id: text,
      rawId: text,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    }
  }

  return {
    create: (asked: Asked) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(Buffer.from(x, 'base64url'))],
        [-3, bytes(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = authenticatorData(asked, [
        new Uint8Array(16),
        bytes(length),
        id,
        isoCBOR.encode(key),
      ])
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return answer({
        clientDataJSON: encode(clientData('webauthn.create', asked)),
        attestationObject: encode(attestation),
      })
    },
    get: (asked: Asked) => {
      const authData = authenticatorData(asked)
      const data = clientData('webauthn.get', asked)
      const signed = join(authData, sha256(data))
      return answer({
        clientDataJSON: encode(data),
        authenticatorData: encode(authData),
        signature: encode(bytes(sign('sha256', signed, privateKey))),
      })
    },
    /** As a copy of the device would: its signatures are counted anew. */
    forget: () => {
      counter = 0
    },
  }
}

function clientData(type: string, { challenge, origin }: Asked): Uint8Array {
  const data = { type, challenge, origin, crossOrigin: false }
  return new TextEncoder().encode(JSON.stringify(data))
}

function sha256(data: string | Uint8Array): Uint8Array {
  return bytes(createHash('sha256').update(data).digest())
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return bytes(Buffer.concat(parts))
}

function bytes(buffer: Buffer) {
  return new Uint8Array(buffer)
}

function encode(data: Uint8Array): string {
  return Buffer.from(data).toString('base64url')
}
