import { StorageCard } from '../../acts/storage-card.tsx'
import { useView } from '../../data/hooks.tsx'
import { Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { RebuildCard } from './rebuild-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { RescueCard } from './rescue-card.tsx'
import { ServerCard } from './server-card.tsx'
import { VerdictCard } from './verdict-card.tsx'
import { VerifyCard } from './verify-card.tsx'

/** Answers whether one's data is safe, and mends what can be mended. */
export default function DoctorPage() {
  const { t } = useWords()
  const sync = useView({ view: 'sync' })
  if (sync === undefined) return <Waiting label={t('common.loading')} />
  const isAlone = sync.phase === 'local-only'
  return (
    <Page>
      <h1>{t('doctor.title')}</h1>
      <VerdictCard sync={sync} />
      <RecordsCard sync={sync} />
      <ServerCard />
      <StorageCard />
      {!isAlone && <VerifyCard />}
      <RescueCard isAlone={isAlone} />
      {!isAlone && <RebuildCard />}
    </Page>
  )
}
