import { IconFileTypePdf } from '@tabler/icons-react'
import { Suspense, useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { later } from '../../ui/later.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { weekStartIn } from '../../ui/week-start.ts'
import { useWords } from '../../words/words.ts'
import { reports, themes } from './reports.ts'
import styles from './reports.module.css'

const PdfDialog = later(() => import('./pdf/pdf-dialog.tsx'))

/** Every question that can be asked, by what it is about. */
export default function ReportsPage() {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const isPdf = search.get('open') === 'pdf'
  return (
    <Page isWide>
      <header className={styles['pdfHead']}>
        <h1>{t('reports.title')}</h1>
        <Button onPress={() => setSearch({ open: 'pdf' })}>
          <IconFileTypePdf size={18} aria-hidden />
          {t('printed.open')}
        </Button>
      </header>
      <p className={styles['note']}>{t('reports.pageWords')}</p>
      {isPdf && <PrintedReport onClose={() => setSearch({})} />}
      {themes.map(theme => (
        <Card key={theme} title={t(`reports.theme_${theme}`)}>
          <ul className={styles['questions']}>
            {reports
              .filter(each => each.theme === theme)
              .map(({ id, Icon }) => (
                <li key={id}>
                  <Link to={`/reports/${id}`}>
                    <Icon size={22} stroke={1.75} aria-hidden />
                    <span>
                      <strong>{t(`reports.question_${id}`)}</strong>
                      <small>{t(`reports.name_${id}`)}</small>
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </Page>
  )
}

function PrintedReport({ onClose }: { readonly onClose: () => void }) {
  const { locale } = useWords()
  const lookups = useView({ view: 'lookups' })
  const firstDay = lookups?.ledger?.firstDay ?? 1
  const counting = useMemo(
    () => ({ firstDay, weekStart: weekStartIn(locale) }),
    [firstDay, locale],
  )
  if (lookups === undefined) return null
  return (
    <Suspense>
      <PdfDialog lookups={lookups} counting={counting} onClose={onClose} />
    </Suspense>
  )
}
