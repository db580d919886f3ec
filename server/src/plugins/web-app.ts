import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { Failure } from '../failure.ts'
import { sendFailure } from './failures.ts'

/**
 * The built app. Files below `assets/` carry a hash in their name and never
 * change; everything else is asked for again each time. Paths of screens,
 * which no file answers, get the app itself.
 */
export async function serveWebApp(app: FastifyInstance, roots: string[]) {
  const [webDir] = roots
  if (webDir === undefined || !existsSync(join(webDir, 'index.html'))) {
    app.log.warn('The web app is not built; only the API is served')
    app.setNotFoundHandler((_request, reply) => sendFailure(reply, notFound))
    return
  }

  await app.register(fastifyStatic, {
    root: roots,
    cacheControl: false,
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      )
    },
  })

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    // Never a page in place of a file: `/x.js` must not be answered with HTML.
    if (isRead && !namesFile.test(path) && !ownPaths.test(path)) {
      return reply.sendFile('index.html', webDir)
    }
    return sendFailure(reply, notFound)
  })
}

const notFound = new Failure('not-found')
const namesFile = /\.[^/]*$/
const ownPaths = /^\/(api|sync|health|assets)(\/|$)/i

/** What the build knows about the page's policy; nothing when it says nothing. */
export async function readBuildPolicy(webDir: string | undefined) {
  const path = webDir === undefined ? undefined : join(webDir, 'csp.json')
  if (path === undefined || !existsSync(path)) return buildPolicy.parse({})
  return buildPolicy.parse(JSON.parse(await readFile(path, 'utf8')))
}

const buildPolicy = z.object({
  styleHashes: z
    .array(z.string().regex(/^sha(256|384|512)-[A-Za-z0-9+/]+=*$/))
    .default([]),
  trustedTypes: z.array(z.string().regex(/^[\w#.-]+$/)).default(['ourmoney']),
})
