import { IconX } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Counting } from '@ourmoney/shared/calendar/periods.ts'
import { rankInsights } from '@ourmoney/shared/insight/insight.ts'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './home.module.css'
import { InsightRow } from './insight-row.tsx'
import { usePutAway } from './use-put-away.ts'

const most = 3

type NewsProps = {
  readonly lookups: LookupsAnswer
  readonly today: string
  readonly counting: Counting
}

/** The weightiest two or three pieces of news; what somebody puts away makes room for the next. */
export function News({ lookups, today, counting }: NewsProps) {
  const { t, locale } = useWords()
  const { weekStart } = counting
  const news = useView({ view: 'insights', today, weekStart })
  const { ids, putAway } = usePutAway()
  const shown = news && rankInsights(news.insights, ids, most)
  const words = { t, locale, today, counting, lookups }
  return (
    <section
      className={`${styles['card']} ${shown === undefined ? styles['news'] : ''}`}
    >
      <header className={styles['head']}>
        <h2>{t('insights.title')}</h2>
        {news !== undefined && news.insights.length > 0 && (
          <Link to="/insights">{t('insights.all')}</Link>
        )}
      </header>
      {shown === undefined && <Waiting label={t('insights.looking')} />}
      {shown?.length === 0 && (
        <p className={styles['label']}>{t('insights.none')}</p>
      )}
      <ul className={styles['insights']}>
        {shown?.map(insight => (
          <InsightRow
            key={insight.id}
            insight={insight}
            words={words}
            actLabel={what => t('insights.putAwayOf', { what })}
            actIcon={<IconX size={18} aria-hidden />}
            onAct={putAway}
          />
        ))}
      </ul>
    </section>
  )
}
