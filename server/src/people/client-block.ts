import { isIPv6 } from 'node:net'

/**
 * Who is behind an address: all of it for IPv4, the first 64 bits for IPv6,
 * because one household is given a whole /64.
 */
export function clientBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address

  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const zeros = Array<string>(
    Math.max(0, 8 - before.length - after.length),
  ).fill('0')
  const first = [...before, ...zeros, ...after].slice(0, 4)
  return `${first.map(group => parseInt(group, 16).toString(16)).join(':')}::/64`
}

function groups(text: string): string[] {
  // A dotted tail stands for two groups, all of them beyond the first 64 bits.
  return text
    .split(':')
    .filter(group => group !== '')
    .flatMap(group => (group.includes('.') ? ['0', '0'] : [group]))
}
