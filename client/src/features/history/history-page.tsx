import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { useWords } from '../../words/words.ts'
import { ActivityTab } from './activity-tab.tsx'
import { EarlierTab } from './earlier-tab.tsx'
import { TrashTab } from './trash-tab.tsx'

/** What was done in the ledger, what was deleted, and the book as it once stood. */
export default function HistoryPage() {
  const { t } = useWords()
  return (
    <Page>
      <h1>{t('history.title')}</h1>
      <PageTabs
        label={t('history.title')}
        tabs={[
          {
            id: 'activity',
            name: t('history.activity'),
            content: <ActivityTab />,
          },
          { id: 'trash', name: t('history.trash'), content: <TrashTab /> },
          {
            id: 'earlier',
            name: t('history.earlier'),
            content: <EarlierTab />,
          },
        ]}
      />
    </Page>
  )
}
