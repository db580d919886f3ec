import type { OpenAPIV3_1 } from 'openapi-types'
import type { OpenApi } from '../plugins/openapi.ts'

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

type Operation = OpenAPIV3_1.OperationObject

type Told = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The whole API on one page; what opens and closes does so without a script. */
export function docsPage(openApi: OpenApi): string {
  const byTag = Map.groupBy(operationsOf(openApi), each => tagOf(each))
  const tags = [...byTag].toSorted(([a], [b]) => placeOf(a) - placeOf(b))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>OurMoney API</title>
<link rel="stylesheet" href="/api/docs/style.css">
<header>
<h1>${html(openApi.info.title)} API</h1>
<p>${html(openApi.info.description ?? '')}</p>
<p>Version ${html(openApi.info.version)} · <a href="/api/docs/openapi.json">OpenAPI 3.1</a></p>
<pre>curl -H "Authorization: Bearer $TOKEN" "$SERVER/api/v1/ledgers/$LEDGER/transactions?limit=10"</pre>
</header>
<nav>${tags.map(([tag]) => `<a href="#${anchor(tag)}">${html(tag)}</a>`).join(' ')}</nav>
<main>
${tags.map(([tag, told]) => section(tag, told)).join('\n')}
</main>
</html>
`
}

/** What programs are for comes first, what the app itself asks last. */
const first = ['Ledger', 'Transactions', 'Accounts', 'Categories', 'Payees']
const last = ['People', 'Signing in', 'Admin']

function placeOf(tag: string): number {
  if (first.includes(tag)) return first.indexOf(tag)
  return last.includes(tag) ? 100 + last.indexOf(tag) : 50
}

function operationsOf({ paths = {} }: OpenApi): readonly Told[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item?.[method]
      return operation === undefined ? [] : { method, path, operation }
    }),
  )
}

function tagOf({ operation }: Told): string {
  return operation.tags?.[0] ?? 'Other'
}

function section(tag: string, told: readonly Told[]): string {
  return `<section id="${anchor(tag)}">
<h2>${html(tag)}</h2>
${told.map(details).join('\n')}
</section>`
}

function details({ method, path, operation }: Told): string {
  const { summary = '', description, requestBody } = operation
  return `<details>
<summary><b class="${method}">${method.toUpperCase()}</b> <code>${html(path)}</code> <span>${html(summary)}</span></summary>
${description === undefined ? '' : `<p>${html(description)}</p>`}
${parameters(operation)}
${requestBody === undefined ? '' : `<h3>Body</h3>${schemaOf(requestBody)}`}
${Object.entries(operation.responses ?? {})
  .map(([status, reply]) => `<h3>${html(status)}</h3>${schemaOf(reply)}`)
  .join('\n')}
</details>`
}

function parameters({ parameters = [] }: Operation): string {
  const rows = parameters.flatMap(each =>
    '$ref' in each
      ? []
      : `<tr><td><code>${html(each.name)}</code><td>${html(each.in)}${each.required === true ? ', required' : ''}<td>${html(each.description ?? '')}`,
  )
  return rows.length === 0
    ? ''
    : `<table><tr><th>Parameter<th>In<th>What it is${rows.join('')}</table>`
}

type WithContent = {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>
}

function schemaOf(told: object): string {
  const { description = '', content = {} } = told as WithContent
  const [kind, media] = Object.entries(content)[0] ?? []
  const words = `<p>${html([description, kind].filter(Boolean).join(' · '))}</p>`
  if (media?.schema === undefined) return words
  return `${words}<pre>${html(JSON.stringify(media.schema, undefined, 2))}</pre>`
}

function anchor(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z]+/g, '-')
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export const docsStyle = `
:root { color-scheme: light dark; --line: #8884; --quiet: #777; --brand: #007a52 }
@media (prefers-color-scheme: dark) { :root { --quiet: #a0a0a8; --brand: #00b37e } }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 15px/1.5 system-ui, sans-serif }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem } h3 { font-size: .9rem; margin: 1rem 0 0 }
a { color: var(--brand) } nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem }
code, pre { font: 13px/1.5 ui-monospace, monospace } code { overflow-wrap: anywhere }
pre { overflow: auto; max-height: 24rem; padding: .75rem; border: 1px solid var(--line); border-radius: 8px }
details { border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; padding: 0 .75rem }
details[open] { padding-bottom: .75rem }
summary { cursor: pointer; padding: .6rem 0 } summary span { color: var(--quiet) }
summary b { display: inline-block; min-width: 4.5em; color: var(--brand) } summary b.delete { color: #c4394a }
table { width: 100%; border-collapse: collapse } th, td { text-align: start; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line) }
td code { white-space: nowrap } p { margin: .5rem 0 }
`
