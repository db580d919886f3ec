import { afterEach, beforeEach, expect, test } from 'vitest'
import { aReceiver, type AReceiver } from '../../test/a-receiver.ts'
import { publicLookup } from './address.ts'
import { createPost } from './post.ts'

let receiver: AReceiver
beforeEach(async () => {
  receiver = await aReceiver()
})
afterEach(() => receiver.close())

const { signal } = new AbortController()
const call = { headers: { 'webhook-id': 'msg_1' }, body: '{"é":1}', signal }

function post(address = receiver.address, timeout = 10_000) {
  return createPost({ toPrivate: true, timeout })({ ...call, address })
}

test('what is answered with a 2xx has arrived, as it was sent', async () => {
  for (const status of [200, 202, 204]) {
    receiver.answers(status)
    expect(await post(`${receiver.address}?key=1`)).toBeUndefined()
  }
  expect(receiver.received[0]).toMatchObject({
    path: '/hook?key=1',
    body: call.body,
    headers: {
      'content-type': 'application/json',
      'content-length': '8',
      'user-agent': 'OurMoney',
      'webhook-id': 'msg_1',
    },
  })
})

test('any other status has not, and how long to wait is heard', async () => {
  receiver.answers(404)
  expect(await post()).toEqual({ reason: 'status', status: 404 })
  receiver.answers(503, { 'retry-after': '120' })
  expect(await post()).toMatchObject({ status: 503, retryAfter: 120 })
  receiver.answers(429, { 'retry-after': 'Fri, 27 Nov 2026 12:00:00 GMT' })
  expect(await post()).toEqual({ reason: 'status', status: 429 })
})

test('B5 a redirect is not followed', async () => {
  receiver.answers(307, { location: `${receiver.address}/elsewhere` })
  expect(await post()).toMatchObject({ reason: 'status', status: 307 })
  expect(receiver.received).toHaveLength(1)
})

test('a body without an end is not read', async () => {
  const cut = Promise.withResolvers<void>()
  receiver.does(reply => {
    reply.writeHead(200)
    const pour = () => void reply.write('x'.repeat(100_000))
    reply.on('drain', pour)
    reply.on('close', () => cut.resolve())
    pour()
  })
  expect(await post()).toBeUndefined()
  await cut.promise
})

test('who does not answer in time, or not at all, has not heard', async () => {
  receiver.does(() => {})
  expect(await post(receiver.address, 50)).toEqual({ reason: 'timeout' })
  receiver.does(reply => void reply.destroy())
  expect(await post()).toEqual({ reason: 'unreachable' })
  expect(await post('http://nowhere.invalid/')).toEqual({
    reason: 'no-address',
  })
})

test('an answer that drips for ever is over in time', async () => {
  receiver.does(reply => {
    const drip = setInterval(() => reply.socket?.write('HTTP/1.1 102 \r\n\r\n'))
    reply.socket?.on('close', () => clearInterval(drip))
  })
  expect(await post(receiver.address, 50)).toEqual({ reason: 'timeout' })
})

test('who ends it is told so by an error', async () => {
  const ending = new AbortController()
  receiver.does(() => ending.abort())
  const asked = createPost({ toPrivate: true })({
    ...call,
    address: receiver.address,
    signal: ending.signal,
  })
  await expect(asked).rejects.toThrow('aborted')
})

test('B5 nothing private is reached, by its address or by a name, whatever the name was when it was made', async () => {
  const strict = createPost({ toPrivate: false })
  const { port } = receiver
  for (const address of [
    receiver.address,
    `https://127.0.0.1:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
    `https://localhost:${port}/`,
  ]) {
    expect(await strict({ ...call, address })).toEqual({ reason: 'no-address' })
  }

  const rebinding = createPost({
    toPrivate: false,
    lookup: publicLookup((_name, _options, found) =>
      found(null, [{ address: '127.0.0.1', family: 4 }]),
    ),
  })
  const address = `https://program.example:${port}/`
  expect(await rebinding({ ...call, address })).toEqual({
    reason: 'no-address',
  })
  expect(receiver.connections()).toBe(0)
})

test('https connects to where its own lookup says, and nowhere else', async () => {
  const strict = createPost({
    toPrivate: false,
    lookup: (_name, _options, found) =>
      found(null, [{ address: '127.0.0.1', family: 4 }]),
  })
  const address = `https://program.example:${receiver.port}/`
  // It speaks no TLS.
  expect(await strict({ ...call, address })).toEqual({ reason: 'unreachable' })
  expect(receiver.connections()).toBe(1)
})

test.each([
  ['ENOTFOUND', 'no-address'],
  ['EAI_AGAIN', 'no-address'],
  ['ECONNREFUSED', 'unreachable'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
])('%s is told as %s', async (code, reason) => {
  const failing = createPost({
    toPrivate: false,
    lookup: (_name, _options, found) =>
      found(Object.assign(new Error(code), { code }), ''),
  })
  const address = 'https://program.example/'
  expect(await failing({ ...call, address })).toEqual({ reason })
})
