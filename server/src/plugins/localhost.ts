/** A name by which a browser reaches its own machine. */
export function isLocalhost(hostname: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[?::1\]?)$/i.test(hostname)
}
