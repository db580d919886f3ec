/** What is wrong about a command, for who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
