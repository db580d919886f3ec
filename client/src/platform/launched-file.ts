import { handFiles } from './handed-file.ts'

type Launch = { readonly files?: readonly FileSystemFileHandle[] }

type Launching = {
  readonly launchQueue?: {
    readonly setConsumer: (take: (launch: Launch) => void) => void
  }
}

/** Files that the device was told to open with the installed app. */
export function awaitLaunchedFile(): void {
  const { launchQueue } = globalThis as Launching
  launchQueue?.setConsumer(({ files = [] }) => {
    // One that cannot be read any more leaves the page as it is.
    void Promise.all(files.map(handle => handle.getFile())).then(
      handFiles,
      () => undefined,
    )
  })
}
