/** What a person knows this device by: `Chrome · Android`. */
export function deviceName(): string {
  const { userAgent } = navigator
  const browser =
    /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1] ?? 'Browser'
  const system =
    /(Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux)/.exec(userAgent)?.[1] ??
    ''
  return `${names[browser] ?? browser} · ${names[system] ?? system}`
}

const names: Readonly<Record<string, string>> = {
  Edg: 'Edge',
  OPR: 'Opera',
  'Mac OS X': 'macOS',
  CrOS: 'ChromeOS',
}
