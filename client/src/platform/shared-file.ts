const cacheName = 'ourmoney-shared'

/** Where another app sends what somebody shares; no server has a part in it. */
export const shareAddress = '/import/shared'

/** Puts shared files or a text aside, and leads to the page that takes them. */
export async function putAside(request: Request): Promise<Response> {
  const form = await request.formData()
  const files = form.getAll('file').filter(each => each instanceof File)
  const text = form.get('text')
  const shared =
    files.length > 0 ? files : [new File([text ?? ''], 'shared.txt')]
  // What nobody took before is not part of this.
  await dropShared()
  const cache = await caches.open(cacheName)
  for (const [at, file] of shared.entries()) {
    await cache.put(
      `${shareAddress}/${at}`,
      new Response(file, {
        headers: { 'x-name': encodeURIComponent(file.name) },
      }),
    )
  }
  return Response.redirect('/import?shared', 303)
}

/** Nobody took them, and nobody is to find them. */
export async function dropShared(): Promise<void> {
  await caches.delete(cacheName)
}

/** What was put aside, once and in its order. */
export async function takeShared(): Promise<readonly File[]> {
  const cache = await caches.open(cacheName)
  const files: File[] = []
  for (;;) {
    const kept = await cache.match(`${shareAddress}/${files.length}`)
    if (kept === undefined) break
    const name = decodeURIComponent(kept.headers.get('x-name') ?? '')
    files.push(new File([await kept.blob()], name))
  }
  await dropShared()
  return files
}
