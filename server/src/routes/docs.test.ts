import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { aServer } from '../../test/a-server.ts'

test('the document is sound OpenAPI 3.1, and says of every route for programs what goes in and comes out', async () => {
  const server = await aServer()
  const { app } = server
  const reply = await app.inject('/api/docs/openapi.json')
  await server.dispose()
  expect(reply.headers['content-type']).toContain('application/json')
  const document: Record<string, object> = reply.json()
  expect(document['openapi']).toBe('3.1.0')
  const { valid, errors } = await new Validator().validate(document)
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(document['paths']).toMatchObject({
    '/api/v1/ledgers/{ledger}/transactions': {
      get: { summary: 'List', tags: ['Transactions'] },
      post: {
        requestBody: {
          content: {
            'application/json': { schema: { additionalProperties: false } },
          },
        },
        responses: { 201: {}, default: {} },
      },
    },
  })
  expect(document['webhooks']).toMatchObject({
    changed: { post: { summary: 'A ledger has changed' } },
  })
  expect(JSON.stringify(document)).not.toContain('/sync/')
})

test('C14 the page needs no script and nothing from elsewhere', async () => {
  const server = await aServer()
  const page = await server.app.inject('/api/docs')
  const style = await server.app.inject('/api/docs/style.css')
  await server.dispose()
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(page.body).not.toMatch(/<script|style=|\bon\w+=|javascript:/i)
  const links = [...page.body.matchAll(/(?:href|src)="([^"#][^"]*)"/g)]
  expect(links.map(([, link]) => link)).toEqual([
    '/api/docs/style.css',
    '/api/docs/openapi.json',
  ])
  expect(page.body).toContain('PATCH</b> <code>/api/v1/ledgers/{ledger}/')
  expect(style.headers['content-type']).toContain('text/css')
})
