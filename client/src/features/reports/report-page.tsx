import { IconArrowLeft, IconChevronDown } from '@tabler/icons-react'
import { Suspense, useMemo } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Link,
  Navigate,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router'
import { useView } from '../../data/hooks.tsx'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { today } from '../../ui/dates.ts'
import { Menu } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/states.tsx'
import { weekStartIn } from '../../ui/week-start.ts'
import { useWords } from '../../words/words.ts'
import type { FilterChoice } from './ask.ts'
import { bodies } from './bodies.ts'
import { ReportBar } from './report-bar.tsx'
import styles from './reports.module.css'
import { reportCalled, reports, type Report } from './reports.ts'
import { useReportAddress } from './use-report-address.ts'

type ReportPageProps = { readonly filter: FilterChoice }

/** One question about the ledger, and its answer. */
export default function ReportPage({ filter }: ReportPageProps) {
  const { t } = useWords()
  const { which } = useParams()
  const lookups = useView({ view: 'lookups' })
  const report = reportCalled(which)
  if (report === undefined) return <Navigate to="/reports" replace />
  if (lookups === undefined) return <Waiting label={t('common.loading')} />
  return <OneReport report={report} lookups={lookups} filter={filter} />
}

type OneReportProps = ReportPageProps & {
  readonly report: Report
  readonly lookups: LookupsAnswer
}

function OneReport({ report, lookups, filter }: OneReportProps) {
  const { t, locale } = useWords()
  const firstDay = lookups.ledger?.firstDay ?? 1
  const counting = useMemo(
    () => ({ firstDay, weekStart: weekStartIn(locale) }),
    [firstDay, locale],
  )
  const now = today()
  const address = useReportAddress(report, now, counting)
  const Body = bodies[report.id]
  const ask = useMemo(
    () => ({ ...address, report, lookups, counting, today: now }),
    [address, report, lookups, counting, now],
  )
  return (
    <Page isWide>
      <header className={styles['head']}>
        <Link to="/reports" className={styles['back']}>
          <IconArrowLeft size={16} aria-hidden />
          {t('reports.title')}
        </Link>
        <h1>
          <ReportMenu report={report} />
        </h1>
        <ReportBar ask={ask} filter={filter} />
      </header>
      <Suspense fallback={<Waiting label={t('common.loading')} />}>
        <Body key={report.id} ask={ask} />
      </Suspense>
    </Page>
  )
}

/** Another question about the same: period and filter stay. */
function ReportMenu({ report }: Pick<OneReportProps, 'report'>) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()

  function open(id: string) {
    const next = new URLSearchParams(search)
    for (const key of ['look', 'step']) next.delete(key)
    void navigate(`/reports/${id}?${next.toString()}`)
  }

  return (
    <Menu
      label={t('reports.title')}
      entries={reports
        .filter(({ id }) => id !== report.id)
        .map(({ id, Icon }) => ({
          id,
          name: t(`reports.name_${id}`),
          icon: <Icon size={18} aria-hidden />,
          onPress: () => open(id),
        }))}
    >
      <AriaButton className={styles['title'] ?? ''}>
        {t(`reports.name_${report.id}`)}
        <IconChevronDown size={18} aria-hidden />
      </AriaButton>
    </Menu>
  )
}
