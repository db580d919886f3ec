import { IconDownload, IconFileTypePdf, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLedger } from '../../data/hooks.tsx'
import { download } from '../../platform/download.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './receipts.module.css'
import { useReceiptActs, type ShownReceipt } from './use-receipt-acts.ts'

type ReceiptViewerProps = {
  readonly receipt: ShownReceipt
  readonly onClose: () => void
}

/** A photo is shown as a picture and nothing else; a PDF is handed over as a file. */
export function ReceiptViewer({ receipt, onClose }: ReceiptViewerProps) {
  const { t } = useWords()
  const { doc } = receipt
  const { file, address, error } = useReceiptFile(doc._id)
  const problem = useProblem()
  const { remove } = useReceiptActs()
  const isPdf = file?.type === 'application/pdf'

  return (
    <Dialog
      title={doc.name}
      closeLabel={t('common.close')}
      isOpen
      isWide
      onClose={onClose}
    >
      <div className={styles['paper']}>
        {error !== undefined ? (
          <Notice isBad>{problem(error)}</Notice>
        ) : file === undefined ? (
          <Waiting label={t('receipts.fetching')} />
        ) : isPdf ? (
          <>
            <IconFileTypePdf size={64} stroke={1.25} aria-hidden />
            <p>{t('receipts.pdfWords')}</p>
          </>
        ) : (
          <img src={address} alt={doc.name} />
        )}
      </div>
      <DialogActions>
        <Button
          kind="danger"
          onPress={() => {
            onClose()
            void remove(doc._id)
          }}
        >
          <IconTrash size={18} aria-hidden />
          {t('common.delete')}
        </Button>
        <Button
          kind="primary"
          isDisabled={file === undefined}
          onPress={() => file && download(file, nameOf(doc.name, isPdf))}
        >
          <IconDownload size={18} aria-hidden />
          {t('receipts.download')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** A photo was made a JPEG, whatever it was called before. */
function nameOf(name: string, isPdf: boolean): string {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '')
  return `${stem}.${isPdf ? 'pdf' : 'jpg'}`
}

type Fetched = {
  readonly file?: Blob | undefined
  /** For a picture; valid while it is on screen. */
  readonly address?: string | undefined
  readonly error?: unknown
}

function useReceiptFile(id: string): Fetched {
  const ledger = useLedger()
  const [fetched, setFetched] = useState<Fetched>({})
  useEffect(() => {
    let isGone = false
    let address: string | undefined
    ledger.readReceipt(id).then(
      file => {
        if (isGone) return
        address = URL.createObjectURL(file)
        setFetched({ file, address })
      },
      (error: unknown) => {
        if (!isGone) setFetched({ error })
      },
    )
    return () => {
      isGone = true
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [ledger, id])
  return fetched
}
