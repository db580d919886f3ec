import { Link } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { Card, Page } from '../../ui/page.tsx'
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
      <Card title={t('printed.title')}>
        <p>{t('printed.forFiles')}</p>
        <Link to="/reports?open=pdf">{t('printed.make')}</Link>
      </Card>
      <BackupCard />
      <RestoreCard />
    </Page>
  )
}
