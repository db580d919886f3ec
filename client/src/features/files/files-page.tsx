import { Writers } from '../../acts/may-write.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { BackupCard } from './backup-card.tsx'
import { ExportCard } from './export-card.tsx'
import { ImportCard } from './import-card.tsx'
import { RestoreCard } from './restore-card.tsx'

export default function FilesPage() {
  const { t } = useWords()
  return (
    <Page>
      <h1>{t('files.title')}</h1>
      <Writers>
        <ImportCard />
      </Writers>
      <ExportCard />
      <BackupCard />
      <RestoreCard />
    </Page>
  )
}
