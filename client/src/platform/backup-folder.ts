import { createStore, del, get, set } from 'idb-keyval'

/** What TypeScript's own list of the browser's parts leaves out. */
type Folder = FileSystemDirectoryHandle & {
  readonly queryPermission: (how: Access) => Promise<PermissionState>
  readonly requestPermission: (how: Access) => Promise<PermissionState>
  readonly keys: () => AsyncIterable<string>
}
type Access = { readonly mode: 'readwrite' }
type Picking = {
  readonly showDirectoryPicker?: (
    how: Access & { readonly id: string },
  ) => Promise<Folder>
}

export type BackupFolder = {
  readonly name: string
  /** `asks`: only after a gesture of the person. */
  readonly access: 'granted' | 'asks'
  /** Must come of a gesture. */
  readonly allow: () => Promise<void>
  /** Writes a file and takes the oldest of its kind away. */
  readonly write: (file: Blob, day: string) => Promise<void>
}

const mode = 'readwrite'
const mostKept = 7
let opened: ReturnType<typeof createStore> | undefined

/** Opened when a folder is first asked for. */
function kept() {
  opened ??= createStore('ourmoney-folders', 'folders')
  return opened
}

const listeners = new Set<() => void>()

/** Calls back when a folder was chosen, dropped or allowed; returns its undo. */
export function onFolderChanged(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

export function canChooseFolder(): boolean {
  return 'showDirectoryPicker' in window
}

/** Must come of a gesture. Nothing when the person chose none. */
export async function chooseFolder(ledger: string): Promise<void> {
  try {
    const browser: Picking & typeof globalThis = globalThis
    const folder = await browser.showDirectoryPicker?.({ id: 'ourmoney', mode })
    if (folder === undefined) return
    await set(ledger, folder, kept())
    tell()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    throw error
  }
}

/** The folder that backups of a ledger go into, as it was kept. */
export async function folderOf(
  ledger: string,
): Promise<BackupFolder | undefined> {
  if (!canChooseFolder()) return undefined
  const folder = await get<Folder>(ledger, kept())
  if (folder === undefined) return undefined
  return {
    name: folder.name,
    access:
      (await folder.queryPermission({ mode })) === 'granted'
        ? 'granted'
        : 'asks',
    allow: async () => {
      await folder.requestPermission({ mode })
      tell()
    },
    write: async (file, day) => {
      const start = `ourmoney-${ledger.slice(-6)}-`
      const ending = '.ourmoney'
      const handle = await folder.getFileHandle(start + day + ending, {
        create: true,
      })
      const writable = await handle.createWritable()
      await file.stream().pipeTo(writable)
      const ours: string[] = []
      for await (const name of folder.keys()) {
        if (name.startsWith(start) && name.endsWith(ending)) ours.push(name)
      }
      for (const name of ours.sort().slice(0, -mostKept)) {
        await folder.removeEntry(name)
      }
    },
  }
}

export async function dropFolder(ledger: string): Promise<void> {
  if (!canChooseFolder()) return
  await del(ledger, kept())
  tell()
}
