import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useSearchParams } from 'react-router'
import type { Merging } from '../../acts/merge-dialog.tsx'
import { useView } from '../../data/hooks.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { CategoriesTab } from './categories-tab.tsx'
import { mergeChoices } from './merge-choices.tsx'
import { MergeName } from './merge-name.tsx'
import styles from './names.module.css'
import { PayeesTab } from './payees-tab.tsx'
import { TagsTab } from './tags-tab.tsx'

const tabs = ['categories', 'payees', 'tags'] as const

/** All that transactions are named with: rename, order, merge and archive in one place. */
export default function NamesPage() {
  const { t } = useWords()
  const lookups = useView({ view: 'lookups' })
  const names = useView({ view: 'names' })
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState('')
  const [merging, setMerging] = useState<Merging>()
  const choices = mergeChoices(merging, lookups, names)
  if (lookups === undefined || names === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const tab = tabs.find(each => each === search.get('tab')) ?? 'categories'
  const shared = { lookups, names, text, onMerge: setMerging }
  return (
    <Page>
      <h1>{t('names.title')}</h1>
      <Tabs
        selectedKey={tab}
        onSelectionChange={key =>
          setSearch(key === 'categories' ? {} : { tab: String(key) }, {
            replace: true,
          })
        }
      >
        <div className={styles['tools']}>
          <TabList
            className={styles['tabs'] ?? ''}
            aria-label={t('names.title')}
          >
            {tabs.map(each => (
              <Tab key={each} id={each} className={styles['tab'] ?? ''}>
                {t(`names.${each}`)}
              </Tab>
            ))}
          </TabList>
          <div className={styles['search']}>
            <SearchField
              label={t('names.search')}
              clearLabel={t('common.clear')}
              value={text}
              onChange={setText}
            />
          </div>
        </div>
        <TabPanel id="categories" className={styles['panel'] ?? ''}>
          <CategoriesTab {...shared} />
        </TabPanel>
        <TabPanel id="payees" className={styles['panel'] ?? ''}>
          <PayeesTab {...shared} />
        </TabPanel>
        <TabPanel id="tags" className={styles['panel'] ?? ''}>
          <TagsTab {...shared} />
        </TabPanel>
      </Tabs>
      {merging !== undefined && (
        <MergeName
          key={merging.from}
          merging={merging}
          choices={choices}
          onClose={() => setMerging(undefined)}
        />
      )}
    </Page>
  )
}
