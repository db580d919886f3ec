import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useSearchParams } from 'react-router'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { ActivityTab } from './activity-tab.tsx'
import { EarlierTab } from './earlier-tab.tsx'
import styles from './history.module.css'
import { TrashTab } from './trash-tab.tsx'

const tabs = ['activity', 'trash', 'earlier'] as const

/** What was done in the ledger, what was deleted, and the book as it once stood. */
export default function HistoryPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const tab = tabs.find(each => each === search.get('tab')) ?? 'activity'
  return (
    <Page>
      <h1>{t('history.title')}</h1>
      <Tabs
        selectedKey={tab}
        onSelectionChange={key =>
          setSearch(key === 'activity' ? {} : { tab: String(key) }, {
            replace: true,
          })
        }
      >
        <TabList
          className={styles['tabs'] ?? ''}
          aria-label={t('history.title')}
        >
          {tabs.map(each => (
            <Tab key={each} id={each} className={styles['tab'] ?? ''}>
              {t(`history.${each}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="activity" className={styles['panel'] ?? ''}>
          <ActivityTab />
        </TabPanel>
        <TabPanel id="trash" className={styles['panel'] ?? ''}>
          <TrashTab />
        </TabPanel>
        <TabPanel id="earlier" className={styles['panel'] ?? ''}>
          <EarlierTab />
        </TabPanel>
      </Tabs>
    </Page>
  )
}
