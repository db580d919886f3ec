import { Writers } from '../../acts/may-write.tsx'
import { StorageCard } from '../../acts/storage-card.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { AppCard } from './app-card.tsx'
import { LedgerCard } from './ledger-card.tsx'
import { LookCard } from './look-card.tsx'
import { ServerCard } from './server-card.tsx'

export default function SettingsPage() {
  const { t } = useWords()
  return (
    <Page>
      <h1>{t('settings.title')}</h1>
      <Writers>
        <LedgerCard />
      </Writers>
      <LookCard />
      <ServerCard />
      <StorageCard />
      <AppCard />
    </Page>
  )
}
