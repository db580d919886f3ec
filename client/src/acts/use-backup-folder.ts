import { useEffect, useState } from 'react'
import {
  folderOf,
  onFolderChanged,
  type BackupFolder,
} from '../platform/backup-folder.ts'

/** The folder of a ledger's daily backups. */
export function useBackupFolder(ledger: string): BackupFolder | undefined {
  const [folder, setFolder] = useState<BackupFolder>()
  useEffect(() => {
    let isGone = false
    function look() {
      folderOf(ledger).then(
        found => {
          if (!isGone) setFolder(found)
        },
        // Where the browser keeps nothing there is none.
        () => setFolder(undefined),
      )
    }
    look()
    const stop = onFolderChanged(look)
    return () => {
      isGone = true
      stop()
    }
  }, [ledger])
  return folder
}
