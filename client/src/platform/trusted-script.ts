type ScriptUrls = { readonly createScriptURL: (url: string) => unknown }
type TrustedTypes = {
  readonly createPolicy: (name: string, rules: ScriptUrls) => ScriptUrls
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/** Scripts that the app starts by address: its worker and its service worker. */
const own = /^\/(sw\.js|assets\/[\w.-]+\.js|src\/[\w./-]+\?[\w=&]*)$/

const policy = trustedTypes?.createPolicy('ourmoney', {
  createScriptURL: url => {
    if (!own.test(url)) throw new TypeError(`Not our script: ${url}`)
    return url
  },
})

/** The page's policy takes addresses of scripts from here only; what browsers take, though typed as text. */
export function trustedScript(url: string): string {
  return (policy?.createScriptURL(url) ?? url) as string
}
