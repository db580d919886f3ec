import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What happens to a connection once so many bytes have gone one way. */
export type Fault = {
  readonly way: 'up' | 'down'
  readonly after: number
  readonly what: 'cut' | 'reset' | 'silence' | 'garbage'
}

/** A way to a server that can be broken at any byte. */
export type Proxy = {
  readonly url: string
  /** For every connection from now on; nothing mends it. */
  readonly breakAt: (fault: Fault | undefined) => void
  /** Bytes of the connection that ended last. */
  readonly passed: () => Readonly<Record<Fault['way'], number>>
  readonly close: () => Promise<void>
}

export async function aProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let fault: Fault | undefined
  let passed = { up: 0, down: 0 }

  const server = createServer({ allowHalfOpen: true }, client => {
    const behind = connect({
      host: hostname,
      port: Number(port),
      allowHalfOpen: true,
    })
    const counts = { up: 0, down: 0 }
    const broken = fault
    passed = counts
    for (const socket of [client, behind]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      // Whoever is cut off hears of it at the other end.
      socket.on('error', () => socket.destroy())
    }
    pass('up', client, behind)
    pass('down', behind, client)

    function pass(way: Fault['way'], from: Socket, to: Socket): void {
      from.on('end', () => to.end())
      from.on('data', (piece: Uint8Array) => {
        const bytes = Uint8Array.from(piece)
        const left =
          broken?.way === way ? broken.after - counts[way] : bytes.length
        counts[way] += bytes.length
        to.write(bytes.subarray(0, Math.max(0, left)))
        if (broken === undefined || left >= bytes.length) return
        if (broken.what === 'garbage') {
          to.write(crypto.getRandomValues(new Uint8Array(bytes.length)))
        }
        if (broken.what === 'cut') for (const each of [from, to]) each.end()
        if (broken.what === 'reset') {
          for (const each of [from, to]) each.resetAndDestroy()
        }
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${own}`,
    breakAt: next => {
      fault = next
    },
    passed: () => passed,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
