import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

/** The Chromium to test with: `CHROMIUM_PATH`, the machine's own, or Playwright's. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  return [named, ...usual, chromium.executablePath()].find(
    path => path !== undefined && existsSync(path),
  )
}

/** Flags that keep Chromium quiet where there is no network but the machine's own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

if (import.meta.main) {
  if (findChromium() === undefined) install()
  const found = findChromium()
  if (found === undefined) {
    console.error(
      'No Chromium found and none could be installed. Install one and set CHROMIUM_PATH.',
    )
    process.exit(1)
  }
  console.log(`Chromium for the tests: ${found}`)
}

/** Playwright's own first, then Debian's package; each says itself why it failed. */
function install(): void {
  const ways = [
    ['npx', 'playwright', 'install', '--with-deps', 'chromium'],
    ['sh', '-c', 'apt-get update && apt-get install -y chromium'],
    ['sudo', '-n', 'sh', '-c', 'apt-get update && apt-get install -y chromium'],
  ]
  for (const [command = '', ...rest] of ways) {
    console.log(`Installing Chromium: ${command} ${rest.join(' ')}`)
    try {
      execFileSync(command, rest, { stdio: 'inherit', timeout: 600_000 })
    } catch (cause) {
      console.warn(`That did not work: ${String(cause)}`)
    }
    if (findChromium() !== undefined) return
  }
}
