import { channel } from 'node:diagnostics_channel'

/**
 * What parts of the server say of their work to whoever measures it. Nobody
 * need listen, and nobody is passed a meter only to pass it on.
 */
export type Signal<Message> = {
  readonly tell: (message: Message) => void
  /** Returns its undo. */
  readonly hear: (listener: (message: Message) => void) => () => void
}

function signal<Message>(name: string): Signal<Message> {
  const ours = channel(`ourmoney:${name}`)
  return {
    tell: message => ours.publish(message),
    hear: listener => {
      const listen = (message: unknown) => listener(message as Message)
      ours.subscribe(listen)
      return () => {
        ours.unsubscribe(listen)
      }
    },
  }
}

export const signals = {
  /** Docs that devices sent and that were stored. */
  docsIn: signal<number>('docs-in'),
  docsOut: signal<number>('docs-out'),
  /** A doc that was refused for good, by the code of its reason. */
  docRefused: signal<string>('doc-refused'),
  /** Seconds until the disk had a write. */
  synced: signal<number>('synced'),
  /** How an attempt to tell a webhook's address ended. */
  webhook: signal<string>('webhook'),
  /** How many feeds are open now. */
  feeds: signal<number>('feeds'),
  /** How many wait for a password to be hashed. */
  hashQueue: signal<number>('hash-queue'),
}
