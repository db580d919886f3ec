import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  aDoc,
  aHousehold,
  askBook,
  aToken,
  push,
} from '../../../test/a-book.ts'
import { aServer, type AServer } from '../../../test/a-server.ts'

let server: AServer
let token: string
beforeAll(async () => {
  server = await aServer()
  const rows = Array.from({ length: 250 }, (_, n) =>
    aDoc('transaction', `txn_${1000 + n}`, {
      type: n % 5 === 0 ? 'income' : 'expense',
      description: n % 2 === 0 ? 'Chá, verde' : 'Rent',
      minor: 100 + (n % 40),
      currency: 'EUR',
      date: `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`,
    }),
  )
  await push(server, [...aHousehold, ...rows])
  token = (await aToken(server, 'read')).token
})
afterAll(async () => server.dispose())

type Listed = {
  readonly transactions: readonly {
    readonly id: string
    readonly date: string
  }[]
  readonly next?: string
}

async function list(query: string) {
  const { status, body } = await askBook(
    server,
    token,
    'GET',
    `/transactions?${query}`,
  )
  return { status, body: body as unknown as Listed, detail: body['detail'] }
}

test('a long list comes in pages, each once, in its order', async () => {
  const seen: { id: string; date: string }[] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const { status, body } = await list(
      `limit=60&cursor=${next}`.replace(/&cursor=$/, ''),
    )
    expect(status).toBe(200)
    seen.push(...body.transactions)
    next = body.next
  }
  expect(seen).toHaveLength(250)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(250)
  const dates = seen.map(({ date }) => date)
  expect(dates).toEqual(dates.toSorted().reverse())
})

test('the filter of an address is the filter of the list, and of its totals', async () => {
  const query = `text=ch%C3%A1&types=income&from=2026-11-10`
  const { body } = await list(`${query}&limit=200`)
  expect(body.transactions.length).toBeGreaterThan(5)
  const totals = await askBook(server, token, 'GET', `/totals?${query}`)
  expect(totals.body).toMatchObject({
    totals: [{ count: body.transactions.length, expenseMinor: 0 }],
  })
  const named = await list(`descriptions=${encodeURIComponent('Chá\\, verde')}`)
  expect(named.body.transactions).toHaveLength(100)
})

test('a parameter that means nothing is named, and nothing is listed', async () => {
  const detail = async (query: string) => {
    const { status, detail: words } = await list(query)
    return `${status} ${String(words)}`
  }
  expect(await detail('colour=red')).toBe('400 querystring: /colour')
  expect(await detail('types=expense,gift')).toBe('400 querystring: /types')
  expect(await detail('period=2026-13')).toBe('400 querystring: /period')
  expect(await detail('fromMinor=-1')).toBe('400 querystring: /fromMinor')
  expect(await detail('from=yesterday')).toBe('400 querystring: /from')
  expect(await detail('from=2026-11-01&from=2026-11-02')).toBe(
    '400 querystring: /from',
  )
  expect(await detail('limit=201')).toBe('400 querystring: /limit')
  expect(await detail('order=size')).toBe('400 querystring: /order')
  expect(await detail('cursor=abc')).toBe('400 querystring: /cursor')
  const { body } = await list('limit=5')
  expect(await detail(`limit=5&order=amount&cursor=${body.next}`)).toBe(
    '400 querystring: /cursor is of another filter or order',
  )
})

test('accounts, categories, payees, budgets and people are listed, made and changed; budgets deleted too', async () => {
  const { token: writer } = await aToken(server)
  const ask = (
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ) => askBook(server, writer, method, path, body, headers)
  const made = {
    accounts: { name: 'Card', type: 'card', currency: 'EUR' },
    categories: { name: 'Rent', type: 'expense', colour: '#00ff00' },
    payees: { name: 'Landlord' },
    budgets: { period: 'month', minor: 10_000, currency: 'EUR' },
    household: { name: 'Rui' },
  }
  for (const [path, fields] of Object.entries(made)) {
    const key = { 'idempotency-key': `first ${path}` }
    const one = await ask('POST', `/${path}`, fields, key)
    expect(one).toMatchObject({ status: 201, body: fields })
    expect((await ask('POST', `/${path}`, fields, key)).body).toEqual(one.body)
    const id = String(one.body['id'])
    const listed = (await ask('GET', `/${path}`)).body[path] as object[]
    expect(listed).toContainEqual(one.body)

    const match = { 'if-match': one.headers.get('etag') ?? '' }
    const change = path === 'budgets' ? { minor: 5 } : { name: 'New' }
    const changed = await ask('PATCH', `/${path}/${id}`, change, match)
    expect(changed).toMatchObject({ status: 200, body: change })
    expect((await ask('GET', `/${path}/${id}`)).body).toEqual(changed.body)
    expect(await ask('PATCH', `/${path}/${id}`, change, match)).toMatchObject({
      status: 412,
    })
    const gone = await ask('DELETE', `/${path}/${id}`)
    expect(gone.status).toBe(path === 'budgets' ? 204 : 404)
  }
  const wrong = await ask('POST', '/categories', { name: '', type: 'x' })
  expect(wrong).toMatchObject({ status: 400 })
  expect(wrong.body['detail']).toBe('body: /name /type')
  expect((await ask('GET', '')).body).toMatchObject({
    name: 'Home',
    currency: 'EUR',
    role: 'editor',
  })
})
