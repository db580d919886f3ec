import { useState } from 'react'
import type { Merging } from '../../acts/merge-dialog.tsx'
import { useView } from '../../data/hooks.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { CategoriesTab } from './categories-tab.tsx'
import { mergeChoices } from './merge-choices.tsx'
import { MergeName } from './merge-name.tsx'
import { PayeesTab } from './payees-tab.tsx'
import { TagsTab } from './tags-tab.tsx'

/** All that transactions are named with: rename, order, merge and archive in one place. */
export default function NamesPage() {
  const { t } = useWords()
  const lookups = useView({ view: 'lookups' })
  const names = useView({ view: 'names' })
  const [text, setText] = useState('')
  const [merging, setMerging] = useState<Merging>()
  const choices = mergeChoices(merging, lookups, names)
  if (lookups === undefined || names === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const shared = { lookups, names, text, onMerge: setMerging }
  return (
    <Page>
      <h1>{t('names.title')}</h1>
      <PageTabs
        label={t('names.title')}
        beside={
          <SearchField
            label={t('names.search')}
            clearLabel={t('common.clear')}
            value={text}
            onChange={setText}
          />
        }
        tabs={[
          {
            id: 'categories',
            name: t('names.categories'),
            content: <CategoriesTab {...shared} />,
          },
          {
            id: 'payees',
            name: t('names.payees'),
            content: <PayeesTab {...shared} />,
          },
          {
            id: 'tags',
            name: t('names.tags'),
            content: <TagsTab {...shared} />,
          },
        ]}
      />
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
