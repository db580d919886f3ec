import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { newSecret, signingHeaders } from './sign.ts'

const body = '{"type":"ledger.changed","description":"café"}'

test('what is signed is what the library of the specification takes, and nothing else is', () => {
  const secret = newSecret()
  const headers = signingHeaders({ secret, id: 'msg_1', at: Date.now(), body })
  const webhook = new Webhook(secret)
  expect(webhook.verify(body, headers)).toEqual(JSON.parse(body))
  expect(() => webhook.verify(`${body} `, headers)).toThrow()
  expect(() =>
    webhook.verify(body, { ...headers, 'webhook-id': 'msg_2' }),
  ).toThrow()
  expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow()
})

test('it signs as the library does', () => {
  const secret = newSecret()
  const at = new Date(1_674_087_231_900)
  const signed = signingHeaders({ secret, id: 'msg_1', at: +at, body })
  expect(signed).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1674087231',
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  })
})

test('every secret is another, of 256 bits', () => {
  const secret = newSecret()
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
  expect(newSecret()).not.toBe(secret)
})
