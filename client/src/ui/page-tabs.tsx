import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useSearchParams } from 'react-router'
import styles from './page-tabs.module.css'

type PageTabsProps = {
  readonly label: string
  /** The first is shown where the address names none. */
  readonly tabs: readonly {
    readonly id: string
    readonly name: string
    readonly content: ReactNode
  }[]
  /** In the same line, whichever is shown. */
  readonly beside?: ReactNode
}

/** Parts of a page, one at a time; which one stands in the address. */
export function PageTabs({ label, tabs, beside }: PageTabsProps) {
  const [search, setSearch] = useSearchParams()
  const first = tabs[0]?.id
  const shown = tabs.find(({ id }) => id === search.get('tab'))?.id ?? first
  return (
    <Tabs
      selectedKey={shown ?? ''}
      onSelectionChange={key =>
        setSearch(key === first ? {} : { tab: String(key) }, { replace: true })
      }
    >
      <div className={styles['bar']}>
        <TabList className={styles['tabs'] ?? ''} aria-label={label}>
          {tabs.map(({ id, name }) => (
            <Tab key={id} id={id} className={styles['tab'] ?? ''}>
              {name}
            </Tab>
          ))}
        </TabList>
        {beside !== undefined && (
          <div className={styles['beside']}>{beside}</div>
        )}
      </div>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  )
}
