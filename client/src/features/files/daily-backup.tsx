import { useBackupFolder } from '../../acts/use-backup-folder.ts'
import { useLedger } from '../../data/hooks.tsx'
import {
  canChooseFolder,
  chooseFolder,
  dropFolder,
} from '../../platform/backup-folder.ts'
import { Button } from '../../ui/button.tsx'
import { CardLine } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'

/** Where the browser lets the app write into a folder. */
export function DailyBackup() {
  const { t } = useWords()
  const { id } = useLedger()
  const folder = useBackupFolder(id)
  const { failure, run } = useRun()
  if (!canChooseFolder()) return null

  const change = (work: () => Promise<void>) => void run(work)

  return (
    <>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      <CardLine
        title={t('backup.auto')}
        note={
          folder === undefined
            ? t('backup.autoWords')
            : t(
                folder.access === 'asks'
                  ? 'backup.folderAsks'
                  : 'backup.autoOn',
                {
                  name: folder.name,
                },
              )
        }
      >
        {folder?.access === 'asks' && (
          <Button onPress={() => change(folder.allow)}>
            {t('backup.allow')}
          </Button>
        )}
        {folder === undefined ? (
          <Button onPress={() => change(() => chooseFolder(id))}>
            {t('backup.chooseFolder')}
          </Button>
        ) : (
          <Button kind="plain" onPress={() => change(() => dropFolder(id))}>
            {t('backup.stopAuto')}
          </Button>
        )}
      </CardLine>
    </>
  )
}
