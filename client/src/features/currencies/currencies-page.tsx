import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'
import { FillNotice } from './fill-notice.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { InUseCard } from './in-use-card.tsx'
import { PairPage } from './pair-page.tsx'
import { PairsCard } from './pairs-card.tsx'
import { RateDialog } from './rate-dialog.tsx'

/** The currencies of the ledger and their rates; one pair's rates by the address. */
export default function CurrenciesPage() {
  const { t } = useWords()
  const [search] = useSearchParams()
  const [open, setOpen] = useState<'add' | 'import'>()
  const answer = useView({ view: 'currencies', today: today() })
  if (answer === undefined) return <Waiting label={t('common.loading')} />

  const [one, other] = (search.get('pair') ?? '').split('-')
  if (one !== undefined && other !== undefined) {
    return <PairPage one={one} other={other} answer={answer} />
  }
  return (
    <Page>
      <header className={styles['head']}>
        <h1>{t('currencies.title')}</h1>
        <p>{t('currencies.words', { currency: answer.base })}</p>
        <Writers>
          <div className={styles['acts']}>
            <Button onPress={() => setOpen('import')}>
              <IconFileImport size={18} aria-hidden />
              {t('currencies.import')}
            </Button>
            <Button kind="primary" onPress={() => setOpen('add')}>
              <IconPlus size={18} aria-hidden />
              {t('currencies.add')}
            </Button>
          </div>
        </Writers>
      </header>
      <Writers>
        <FillNotice count={answer.fillable} />
      </Writers>
      <InUseCard answer={answer} />
      <PairsCard answer={answer} onImport={() => setOpen('import')} />
      {open === 'add' && (
        <RateDialog answer={answer} onClose={() => setOpen(undefined)} />
      )}
      {open === 'import' && (
        <ImportDialog answer={answer} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  )
}
