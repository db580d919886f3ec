import { Link, useNavigate } from 'react-router'
import { handFiles } from '../../platform/handed-file.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'

/** The way of a file into the ledger begins here, too. */
export function ImportCard() {
  const { t } = useWords()
  const navigate = useNavigate()

  function take(files: readonly File[]) {
    handFiles(files)
    void navigate('/import')
  }

  return (
    <Card title={t('imports.title')}>
      <p>{t('imports.filesWords')}</p>
      <FileDrop
        label={t('imports.title')}
        accepts={[]}
        choose={t('imports.choose')}
        orDrop={t('files.drop')}
        onFile={file => take([file])}
        onFiles={take}
      />
      <Link to="/import?tab=batches">{t('imports.more')}</Link>
    </Card>
  )
}
