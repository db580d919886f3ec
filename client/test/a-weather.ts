type Storm = {
  readonly on: RegExp
  /** In the server's place; gets the request's body, and a way to ask the server after all. */
  readonly reply: (
    body: string,
    pass: () => Promise<Response>,
  ) => Response | Promise<Response>
}

/** A network that can turn bad, and that remembers what was asked. */
export function aWeather() {
  const asked: string[] = []
  const sizes: number[] = []
  let storm: Storm | undefined
  let failing: { readonly on: RegExp; readonly status: number } | undefined

  async function send(
    input: string | URL | Request,
    init: RequestInit = {},
  ): Promise<Response> {
    const url = input instanceof Request ? input.url : input.toString()
    const body = typeof init.body === 'string' ? init.body : ''
    asked.push(new URL(url).pathname)
    sizes.push(body.length)
    if (storm?.on.test(url) === true)
      return storm.reply(body, () => fetch(input, init))
    if (failing?.on.test(url) === true) {
      const { status } = failing
      failing = undefined
      return Response.json({ code: 'internal' }, { status })
    }
    return fetch(input, init)
  }

  return {
    fetch: send as typeof fetch,
    /** Paths, in their order. */
    asked,
    /** Of the bodies that were sent. */
    sizes,
    set: (next: Storm) => {
      storm = next
    },
    clear: () => {
      storm = undefined
    },
    failOnce: (on: RegExp, status: number) => {
      failing = { on, status }
    },
  }
}

/** There is no network. */
export const away: Storm = {
  on: /./,
  reply: () => {
    throw new TypeError('no network')
  },
}
