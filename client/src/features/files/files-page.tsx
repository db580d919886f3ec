import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Writers } from '../../acts/may-write.tsx'
import { useLedger } from '../../data/hooks.tsx'
import { download } from '../../platform/download.ts'
import { noteSafe } from '../../platform/keep-storage.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { Card, Page } from '../../ui/page.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './files.module.css'
import { ImportCard } from './import-card.tsx'

export default function FilesPage() {
  const { t } = useWords()
  return (
    <Page>
      <h1>{t('files.title')}</h1>
      <Writers>
        <ImportCard />
      </Writers>
      <ExportCard />
    </Page>
  )
}

function ExportCard() {
  const { t } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [isBusy, setBusy] = useState(false)

  async function save() {
    setBusy(true)
    try {
      const name = `ourmoney-${today()}.json`
      download(await ledger.exportJson({}), name)
      noteSafe(ledger.id)
      showToast(t('files.exported', { name }))
    } catch (error) {
      showToast(problem(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card title={t('files.exportTitle')}>
      <p>{t('files.exportWords')}</p>
      <footer className={styles['foot']}>
        <Button isPending={isBusy} onPress={() => void save()}>
          <IconDownload size={18} aria-hidden />
          {t('files.exportAll')}
        </Button>
      </footer>
    </Card>
  )
}
