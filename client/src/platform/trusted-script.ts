type Rules = {
  readonly createScriptURL?: (url: string) => unknown
  readonly createHTML?: (text: string) => unknown
}
type TrustedTypes = {
  readonly createPolicy: <R extends Rules>(name: string, rules: R) => R
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

// ECharts empties its box by text. Nothing but the empty text may become markup.
trustedTypes?.createPolicy('default', {
  createHTML: text => {
    if (text !== '') throw new TypeError('No text becomes markup here')
    return text
  },
})

/** The page's policy takes addresses of scripts from here only; what browsers take, though typed as text. */
export function trustedScript(url: string): string {
  return (policy?.createScriptURL(url) ?? url) as string
}
