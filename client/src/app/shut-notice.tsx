import { Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import type { SyncAnswer } from '../data/views/sync.ts'
import { Button } from '../ui/button.tsx'
import { later } from '../ui/later.tsx'
import { Notice } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

const ForgetDialog = later(() => import('./forget-dialog.tsx'))

/** The server lets this person into the ledger no more: what is here stays theirs to read, to export and to remove. */
export default function ShutNotice({ sync }: { readonly sync: SyncAnswer }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const isDeleted = sync.phase === 'ledger-deleted'
  return (
    <>
      <Notice
        isBad
        actions={
          <footer>
            {isDeleted && (
              <Button onPress={() => void navigate('/ledgers?all')}>
                {t('shell.allLedgers')}
              </Button>
            )}
            <Button onPress={() => void navigate('/files')}>
              {t('people.export')}
            </Button>
            <Button kind="danger" onPress={() => setAsked(true)}>
              {t('people.forget')}
            </Button>
          </footer>
        }
      >
        {t(isDeleted ? 'shell.ledgerDeletedWords' : 'shell.noAccessWords')}
      </Notice>
      {isAsked && (
        <Suspense>
          <ForgetDialog sync={sync} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  )
}
