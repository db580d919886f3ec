import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { rankInsights } from '@ourmoney/shared/insight/insight.ts'
import { useView } from '../../data/hooks.tsx'
import type { NamedInsight } from '../../data/views/insights.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { today } from '../../ui/dates.ts'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { weekStartIn } from '../../ui/week-start.ts'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'
import { InsightRow } from './insight-row.tsx'
import { usePutAway } from './use-put-away.ts'

const none: ReadonlySet<string> = new Set()

/** All that is news, the weightiest first, and what was put away. */
export default function InsightsPage() {
  const { t, locale } = useWords()
  const [day] = useState(today)
  const lookups = useView({ view: 'lookups' })
  const weekStart = weekStartIn(locale)
  const news = useView({ view: 'insights', today: day, weekStart })
  const { ids, putAway, bringBack } = usePutAway()
  if (lookups === undefined || news === undefined) {
    return <Waiting label={t('insights.looking')} />
  }
  const shown = rankInsights(news.insights, ids, Infinity)
  const away = rankInsights(
    news.insights.filter(({ id }) => ids.has(id)),
    none,
    Infinity,
  )
  return (
    <Page>
      <h1>{t('insights.title')}</h1>
      {news.insights.length === 0 ? (
        <EmptyState
          title={t('insights.none')}
          words={t('insights.noneWords')}
        />
      ) : (
        <Card>
          {shown.length === 0 && <p>{t('insights.none')}</p>}
          <Rows
            insights={shown}
            lookups={lookups}
            day={day}
            label={what => t('insights.putAwayOf', { what })}
            icon={<IconX size={18} aria-hidden />}
            onPress={putAway}
          />
        </Card>
      )}
      {away.length > 0 && (
        <Card title={t('insights.away', { count: away.length })}>
          <Rows
            insights={away}
            lookups={lookups}
            day={day}
            label={what => t('insights.bringBackOf', { what })}
            icon={<IconArrowBackUp size={18} aria-hidden />}
            onPress={bringBack}
          />
        </Card>
      )}
    </Page>
  )
}

type RowsProps = {
  readonly insights: readonly NamedInsight[]
  readonly lookups: LookupsAnswer
  readonly day: string
  readonly label: (what: string) => string
  readonly icon: React.ReactNode
  readonly onPress: (id: string) => void
}

function Rows({ insights, lookups, day, label, icon, onPress }: RowsProps) {
  const { t, locale } = useWords()
  const firstDay = lookups.ledger?.firstDay ?? 1
  const words = useMemo(
    () => ({
      t,
      locale,
      today: day,
      counting: { firstDay, weekStart: weekStartIn(locale) },
      lookups,
    }),
    [t, locale, day, firstDay, lookups],
  )
  return (
    <ul className={styles['insights']}>
      {insights.map(insight => (
        <InsightRow
          key={insight.id}
          insight={insight}
          words={words}
          actLabel={label}
          actIcon={icon}
          onAct={onPress}
        />
      ))}
    </ul>
  )
}
