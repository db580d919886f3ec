import { handFile } from './handed-file.ts'

type Launch = { readonly files?: readonly FileSystemFileHandle[] }

type Launching = {
  readonly launchQueue?: {
    readonly setConsumer: (take: (launch: Launch) => void) => void
  }
}

/** A file that the device was told to open with the installed app. */
export function awaitLaunchedFile(): void {
  const { launchQueue } = globalThis as Launching
  launchQueue?.setConsumer(({ files = [] }) => {
    const [handle] = files
    // One that cannot be read any more leaves the page as it is.
    void handle?.getFile().then(handFile, () => undefined)
  })
}
