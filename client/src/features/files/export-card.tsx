import { IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  filterFromSearch,
  isEmptyFilter,
  type TransactionFilter,
} from '@ourmoney/shared/transaction/filter.ts'
import { LongWork } from '../../acts/long-work.tsx'
import { useLongWork } from '../../acts/use-long-work.ts'
import type { WorkProgress } from '../../data/changes.ts'
import type { ExportAsk, TableWords } from '../../data/files.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import { download } from '../../platform/download.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { Card } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Notice } from '../../ui/states.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useWords } from '../../words/words.ts'
import {
  ExportFields,
  firstChoices,
  type ExportChoices,
} from './export-choices.tsx'
import styles from './files.module.css'
import { tableWords } from './table-words.ts'

/** Transactions as a file for people and other programs; those that a filter finds where the address has one. */
export function ExportCard() {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const work = useLongWork<WorkProgress>()
  const [search] = useSearchParams()
  const address = search.toString()
  const filter = useMemo(() => filterFromSearch(address), [address])
  const isFiltered = !isEmptyFilter(filter)
  const [isAll, setAll] = useState(!isFiltered)
  const [choices, setChoices] = useState(() => firstChoices(locale))
  const chosen = isAll ? nothing : filter
  const query = useMemo(
    () => ({ view: 'transactions', filter, order, from: 0, to: 0 }) as const,
    [filter],
  )
  const count = useView(query)?.count

  async function save() {
    const noAccount = t('files.noAccount')
    const ask = askFor(choices, chosen, tableWords(t), noAccount)
    const file = await work.run((...how) => ledger.exportFile(ask, ...how))
    if (file === undefined) return
    const name = `ourmoney-${today()}.${ask.format}`
    download(file.blob, name)
    showToast(t(file.isPartial ? 'files.partial' : 'files.exported', { name }))
  }

  return (
    <Card title={t('files.exportTitle')}>
      {work.isRunning ? (
        <LongWork
          label={t('files.exporting')}
          progress={work.progress}
          onCancel={work.cancel}
        />
      ) : (
        <>
          <p>{t('files.exportWords')}</p>
          {work.failure !== undefined && <Notice isBad>{work.failure}</Notice>}
          {isFiltered && (
            <Segments
              label={t('files.what')}
              value={isAll ? 'all' : 'found'}
              choices={[
                {
                  id: 'found',
                  name: t('files.whatFound', { count: count ?? 0 }),
                },
                { id: 'all', name: t('files.whatAll') },
              ]}
              onChange={id => setAll(id === 'all')}
            />
          )}
          <ExportFields choices={choices} onChange={setChoices} />
          <footer className={styles['foot']}>
            <Button kind="primary" onPress={() => void save()}>
              <IconDownload size={18} aria-hidden />
              {t('files.export')}
            </Button>
          </footer>
        </>
      )}
    </Card>
  )
}

const nothing = {}
const order = { by: 'date', descending: true } as const

function askFor(
  { format, csv, dateOrder }: ExportChoices,
  filter: TransactionFilter,
  words: TableWords,
  noAccount: string,
): ExportAsk {
  if (format === 'json') return { format, filter }
  if (format === 'xlsx') return { format, filter, words }
  if (format === 'ofx') return { format, filter, noAccount }
  if (format === 'qif') return { format, filter, noAccount, dateOrder }
  return { format, filter, words, csv }
}
