import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/**
 * What a person may have called in the server's name: by https, and public,
 * unless whoever keeps the server says that private addresses may be, too. Any
 * port: what is public can be reached by them without the server.
 */
export function readAddress(text: string, toPrivate: boolean): URL | undefined {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '') {
    return undefined
  }
  url.hash = ''
  if (toPrivate) return /^https?:$/.test(url.protocol) ? url : undefined
  if (url.protocol !== 'https:') return undefined
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) === 0 || isPublic(host) ? url : undefined
}

/** The part of IPv6 that is given out. What carries an IPv4 address within is elsewhere, or has a name of its own. */
const givenOut = ipaddr.IPv6.parseCIDR('2000::/3')

/** Neither of a private network, nor of any other special kind, nor this machine's own, where it may reach what its firewall keeps from others. */
export function isPublic(
  address: string,
  ownAddresses: () => ReadonlySet<string> = addressesOfThisMachine,
): boolean {
  // ipaddr.js takes `::10.0.0.1`, of which there are none, for a mapped one.
  if (isIP(address) === 0 || /^::\d+\./.test(address)) return false
  // An IPv4 address that is mapped into IPv6 is what it stands for.
  const read = ipaddr.process(address)
  if (read.range() !== 'unicast') return false
  if (read.kind() === 'ipv6' && !read.match(givenOut)) return false
  return !ownAddresses().has(read.toNormalizedString())
}

function addressesOfThisMachine(): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap(each => each ?? [])
  return new Set(
    all.map(({ address }) => ipaddr.process(address).toNormalizedString()),
  )
}

export class NoAddressError extends Error {
  override readonly name = 'NoAddressError'
}

/** What `dns.lookup` does. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  found: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Looks a name up for the connection itself and lets it have public addresses
 * only: what a name is said to be by an earlier look may be another by now.
 */
export function publicLookup(resolve: Resolve = lookup): LookupFunction {
  return (name, options, found) => {
    resolve(name, { ...options, all: true }, (cause, addresses) => {
      const allowed =
        cause === null ? addresses.filter(each => isPublic(each.address)) : []
      const [first] = allowed
      if (first === undefined) {
        // Not told apart, or people would learn which names a private network has.
        found(new NoAddressError('No public address', { cause }), '')
      } else if (options.all === true) found(null, allowed)
      else found(null, first.address, first.family)
    })
  }
}
