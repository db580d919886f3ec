type Hostile = { readonly path: string; readonly body: string }

const good = {
  _id: 'txn_0000',
  kind: 'transaction',
  v: 1,
  type: 'expense',
  description: 'Bread',
  minor: 320,
  currency: 'EUR',
  date: '2026-11-26',
}
const hash = (n: number) => n.toString(16).padStart(32, '0')

/** One of what THREATS calls B11 to B18, the next with each number. */
export function hostile(n: number): Hostile {
  const each = [
    () => written({ ...good, _rev: `0-${hash(1)}` }),
    () => written({ ...good, _rev: `1e400-${hash(1)}` }),
    () => written({ ...good, _rev: `1-${hash(1)}`, _revisions: 'x' }),
    () => written(withAncestors(1_000)),
    () => written(withAncestors(20_000)),
    () => written({ ...good, _rev: `999999999-${hash(15)}` }),
    () => written({ ...good, _id: 'txn_leaves', _rev: `1-${hash(n)}` }),
    () => asText(`{"docs":[{"__proto__":{"minor":1},"_id":"__proto__"}]}`),
    () => asText(`{"docs":${'['.repeat(5_000)}${']'.repeat(5_000)}}`),
    () => asText(`{"docs":[${'{},'.repeat(100_000)}{}],"new_edits":false}`),
    () => ({
      path: '_revs_diff',
      body: JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 10_000 }, (_, at) => [`txn_${at}0000`, ['1-a']]),
        ),
      ),
    }),
  ]
  return (each[n % each.length] ?? each[0])?.() ?? asText('')
}

function withAncestors(count: number): object {
  const ids = Array.from({ length: count }, (_, at) => hash(at))
  return {
    ...good,
    _rev: `${count}-${hash(0)}`,
    _revisions: { start: count, ids },
  }
}

function written(doc: object): Hostile {
  return asText(JSON.stringify({ docs: [doc], new_edits: false }))
}

function asText(body: string): Hostile {
  return { path: '_bulk_docs', body }
}
