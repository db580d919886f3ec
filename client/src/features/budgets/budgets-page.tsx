import { useSearchParams } from 'react-router'
import { useView } from '../../data/hooks.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { BudgetsTab } from './budgets-tab.tsx'
import { GoalsTab } from './goals-tab.tsx'

/** What may be spent, and what is saved for. */
export default function BudgetsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const lookups = useView({ view: 'lookups' })
  if (lookups === undefined) return <Waiting label={t('common.loading')} />
  const dialog = search.get('edit') ?? (search.has('new') ? '' : undefined)

  /** Nothing, a new one (an empty id) or the one of that id. */
  function open(id: string | undefined) {
    setSearch(now => {
      now.delete('new')
      now.delete('edit')
      if (id === '') now.set('new', '')
      else if (id !== undefined) now.set('edit', id)
      return now
    })
  }

  return (
    <Page>
      <h1>{t('budgets.both')}</h1>
      <PageTabs
        label={t('budgets.both')}
        tabs={[
          {
            id: 'budgets',
            name: t('budgets.title'),
            content: (
              <BudgetsTab lookups={lookups} dialog={dialog} onOpen={open} />
            ),
          },
          {
            id: 'goals',
            name: t('budgets.goals'),
            content: (
              <GoalsTab lookups={lookups} dialog={dialog} onOpen={open} />
            ),
          },
        ]}
      />
    </Page>
  )
}
