import { Link } from 'react-router'
import { Card, Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { reports, themes } from './reports.ts'
import styles from './reports.module.css'

/** Every question that can be asked, by what it is about. */
export default function ReportsPage() {
  const { t } = useWords()
  return (
    <Page isWide>
      <h1>{t('reports.title')}</h1>
      <p className={styles['note']}>{t('reports.pageWords')}</p>
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
