import 'fake-indexeddb/auto'
import { createWorkerDevice } from '../src/data/worker/device-worker.ts'
import type { Change } from '../src/data/changes.ts'
import type { LookupsAnswer } from '../src/data/views/names.ts'
import type { SyncAnswer } from '../src/data/views/sync.ts'
import type { View } from '../src/data/views/view.ts'
import { usualCategories } from '../src/words/usual-categories.ts'
import { start as words } from '../src/words/en/start.ts'
import { user } from './errand.ts'
import { randomFrom, type Invented } from './invented-household.ts'
import type { TestServer } from './server.ts'

/** Makes the first user and gives the server a ledger, as a device of its own would. */
export async function fillServer(
  { url, setUpLink }: TestServer,
  all: readonly Invented[],
  now: () => number,
): Promise<void> {
  const ask = async (
    method: string,
    path: string,
    body: object,
    token = '',
  ) => {
    const reply = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: url,
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(await reply.text())
    return (await reply.json()) as { readonly accessToken: string }
  }
  const { accessToken } = await ask('POST', '/auth/set-up', {
    ...user,
    token: setUpLink().split('#')[1],
    device: 'Laptop',
  })
  const device = createWorkerDevice({ server: url, now, random: randomFrom(1) })
  device.setTokens(user.name, async () => accessToken)
  const ledger = await device.start({
    name: 'Ana & Rui',
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    firstDay: 1,
    memberName: 'Ana',
    accountName: 'Purse',
    categories: usualCategories.map(({ words: key, ...category }) => ({
      ...category,
      name: words[key.slice('start.'.length) as keyof typeof words],
    })),
  })
  await ledger.save([
    { change: 'create', doc: { kind: 'member', name: 'Rui' } },
    {
      change: 'create',
      doc: { kind: 'account', name: 'Bank', type: 'bank', currency: 'EUR' },
    },
  ])
  const lookups = await answerOf<LookupsAnswer>(
    ledger.openView({ view: 'lookups' }),
    ({ members, categories }) => members.length === 2 && categories.length > 0,
  )
  await ledger.save(all.map(each => changeOf(each, lookups)))
  await ask('PUT', `/ledgers/${ledger.id}`, { name: 'Ana & Rui' }, accessToken)
  await device.connect(ledger.id, user.name)
  await answerOf<SyncAnswer>(
    ledger.openView({ view: 'sync' }),
    ({ phase, pending }) => phase === 'up-to-date' && pending === 0,
  )
  await ledger.close()
}

function changeOf(bought: Invented, lookups: LookupsAnswer): Change {
  const { category, member, account, tags, notes, ...fields } = bought
  const { categories, members, accounts } = lookups
  const found = categories.find(({ name }) => name === category)
  return {
    change: 'create',
    doc: {
      kind: 'transaction',
      ...fields,
      type: found?.type ?? 'expense',
      currency: 'EUR',
      category: found?._id,
      member: members.find(({ name }) => name === member)?._id,
      account: accounts.find(({ name }) => name === account)?._id,
      tags,
      notes,
    },
  }
}

async function answerOf<Answer>(
  view: View<Answer>,
  isSo: (answer: Answer) => boolean,
): Promise<Answer> {
  return new Promise(resolve => {
    const look = () => {
      const answer = view.latest()
      if (answer === undefined || !isSo(answer)) return
      view.close()
      resolve(answer)
    }
    view.subscribe(look)
    look()
  })
}
