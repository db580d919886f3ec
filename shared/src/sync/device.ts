/** How edits name a device: an id of its own, and what a person knows it by. */
export function deviceOf(id: string, name: string): string {
  return `${id} ${name}`.slice(0, 64)
}

/** `undefined` for a device that gave no name. */
export function nameOfDevice(device: string): string | undefined {
  const at = device.indexOf(' ')
  return at < 0 ? undefined : device.slice(at + 1)
}
