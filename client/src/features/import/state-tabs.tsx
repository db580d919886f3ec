import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import {
  rowStates,
  type ReviewCounts,
  type RowState,
} from '../../data/statements.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'

type StateTabsProps = {
  readonly counts: ReviewCounts
  /** Nothing: all. */
  readonly state: RowState | undefined
  readonly onChange: (state: RowState | undefined) => void
  readonly children: ReactNode
}

const all = 'all'

/** Rows by what they are to the ledger, with how many there are. */
export function StateTabs(props: StateTabsProps) {
  const { counts, state, onChange, children } = props
  const { t, locale } = useWords()
  const number = new Intl.NumberFormat(locale)
  const sum = rowStates.reduce((rows, each) => rows + counts.states[each], 0)
  const tabs = [
    { id: all, name: t('imports.state_all'), count: sum },
    ...rowStates
      // One that is shown stays when its last row has gone.
      .filter(id => id === 'new' || id === state || counts.states[id] > 0)
      .map(id => ({
        id,
        name: t(`imports.state_${id}`),
        count: counts.states[id],
      })),
  ]
  return (
    <Tabs
      selectedKey={state ?? all}
      onSelectionChange={key => onChange(rowStates.find(each => each === key))}
    >
      <TabList
        className={styles['tabs'] ?? ''}
        aria-label={t('imports.states')}
      >
        {tabs.map(({ id, name, count }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            {name} <span>{number.format(count)}</span>
          </Tab>
        ))}
      </TabList>
      <TabPanel id={state ?? all} className={styles['panel'] ?? ''}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
