const cacheName = 'ourmoney-shared'

/** Where another app sends what somebody shares; no server has a part in it. */
export const shareAddress = '/import/shared'

/** Puts a shared file or text aside, and leads to the page that takes it. */
export async function putAside(request: Request): Promise<Response> {
  const form = await request.formData()
  const file = form.get('file')
  const text = form.get('text')
  const shared =
    file instanceof File ? file : new File([text ?? ''], 'shared.txt')
  const cache = await caches.open(cacheName)
  await cache.put(
    shareAddress,
    new Response(shared, {
      headers: { 'x-name': encodeURIComponent(shared.name) },
    }),
  )
  return Response.redirect('/import?shared', 303)
}

/** Nobody took it, and nobody is to find it. */
export async function dropShared(): Promise<void> {
  await caches.delete(cacheName)
}

/** What was put aside, once. */
export async function takeShared(): Promise<File | undefined> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(shareAddress)
  if (kept === undefined) return undefined
  const name = decodeURIComponent(kept.headers.get('x-name') ?? '')
  const file = new File([await kept.blob()], name)
  await cache.delete(shareAddress)
  return file
}
