import type { LookupAddress } from 'node:dns'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isPublic,
  NoAddressError,
  publicLookup,
  readAddress,
  type Resolve,
} from './address.ts'

test.each([
  'https://program.example/hook',
  'https://program.example:8443/hook?key=1',
  'https://93.184.215.14/',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
])('%s may be told', address => {
  expect(readAddress(address, false)?.href).toBe(address)
})

test.each([
  'http://program.example/',
  'ftp://program.example/',
  'file:///etc/passwd',
  'https://ann:password@program.example/',
  'https://ann@program.example/',
  'program.example',
  'https://',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://127.1/',
  'https://0/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
  'https://192.168.1.1:8443/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
])('B5 %s may not be told', address => {
  expect(readAddress(address, false)).toBeUndefined()
})

test('where private addresses are allowed, so is http, and still nothing else', () => {
  expect(readAddress('http://127.0.0.1:8080/hook#part', true)?.href).toBe(
    'http://127.0.0.1:8080/hook',
  )
  expect(readAddress('http://ann:x@127.0.0.1/', true)).toBeUndefined()
  expect(readAddress('file:///etc/passwd', true)).toBeUndefined()
})

const nobody = () => new Set<string>()

test.each([
  '0.0.0.0',
  '10.255.255.255',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::5db8:d70e',
  '64:ff9b:1::10.0.0.1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:0a00:0001::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'a name',
  '',
])('B5 %s is not public', address => {
  expect(isPublic(address, nobody)).toBe(false)
})

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '172.15.255.255',
  '172.32.0.1',
  '::ffff:93.184.215.14',
  '2606:4700:4700::1111',
  '2a00:1450:4003:80e::200e',
])('%s is public', address => {
  expect(isPublic(address, nobody)).toBe(true)
})

test('B5 this machine itself is not public, however its address is written', () => {
  const own = () => new Set(['93.184.215.14', '2606:0:0:0:0:0:0:1'])
  expect(isPublic('93.184.215.14', own)).toBe(false)
  expect(isPublic('::ffff:93.184.215.14', own)).toBe(false)
  expect(isPublic('2606::1', own)).toBe(false)
  expect(isPublic('93.184.215.15', own)).toBe(true)
})

const byte = fc.integer({ min: 0, max: 255 })

test('B5 no IPv4 address is public in a dress of IPv6 that is not so without it', () => {
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), ([a, b, c, d]) => {
      const plain = `${a}.${b}.${c}.${d}`
      const hex = (high: number, low: number) =>
        ((high << 8) | low).toString(16)
      const isSo = isPublic(plain, nobody)
      expect(isPublic(`::ffff:${plain}`, nobody)).toBe(isSo)
      for (const dressed of [
        `::${plain}`,
        `64:ff9b::${plain}`,
        `2002:${hex(a, b)}:${hex(c, d)}::1`,
      ]) {
        expect(isPublic(dressed, nobody)).toBe(false)
      }
    }),
  )
})

/** Looks `name` up as a connection does, where the network says this. */
function found(said: readonly string[] | Error, all: boolean) {
  const resolve: Resolve = (_name, _options, tell) => {
    if (said instanceof Error) return tell(said, [])
    const family = (address: string) => (address.includes(':') ? 6 : 4)
    tell(
      null,
      said.map(address => ({ address, family: family(address) })),
    )
  }
  return new Promise<string | readonly LookupAddress[]>((done, fail) => {
    publicLookup(resolve)('program.example', { all }, (error, address) =>
      error === null ? done(address) : fail(error),
    )
  })
}

test('a connection is given the public addresses of a name alone', async () => {
  const said = ['10.0.0.1', '93.184.215.14', '::1']
  expect(await found(said, false)).toBe('93.184.215.14')
  expect(await found(said, true)).toEqual([
    { address: '93.184.215.14', family: 4 },
  ])
})

test('B5 a name that leads to a private address is as one that leads nowhere', async () => {
  const nowhere = new Error('ENOTFOUND')
  for (const said of [['127.0.0.1', '::1'], ['169.254.169.254'], [], nowhere]) {
    await expect(found(said, true)).rejects.toThrow(NoAddressError)
    await expect(found(said, false)).rejects.toThrow(NoAddressError)
  }
})
