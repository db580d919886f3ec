import { IconFileTypePdf, IconPhoto, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useMayWrite, Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { fileSize } from '../../ui/file-size.ts'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { ReceiptViewer } from './receipt-viewer.tsx'
import styles from './receipts.module.css'
import {
  receiptFiles,
  useReceiptActs,
  type ShownReceipt,
} from './use-receipt-acts.ts'

type ReceiptsProps = { readonly transaction: string }

/** The photos and PDFs of a transaction; files can be chosen, dropped or pasted. */
export function Receipts({ transaction }: ReceiptsProps) {
  const { t } = useWords()
  const answer = useView({ view: 'receipts', transaction })
  const { keep, keeping, issues } = useReceiptActs()
  const mayWrite = useMayWrite()
  const [opened, setOpened] = useState<string>()
  const receipts = answer?.receipts ?? []
  const shown = receipts.find(({ doc }) => doc._id === opened)

  return (
    <DropZone
      className={styles['receipts'] ?? ''}
      aria-label={t('receipts.title')}
      getDropOperation={() => (mayWrite ? 'copy' : 'cancel')}
      onDrop={event => {
        const files = event.items.flatMap(item =>
          item.kind === 'file' ? [item.getFile()] : [],
        )
        void Promise.all(files).then(all => keep(transaction, all))
      }}
    >
      {(mayWrite || receipts.length > 0) && <h3>{t('receipts.title')}</h3>}
      {receipts.length > 0 && (
        <ul>
          {receipts.map(receipt => (
            <li key={receipt.doc._id}>
              <ReceiptLine
                receipt={receipt}
                onOpen={() => setOpened(receipt.doc._id)}
              />
            </li>
          ))}
        </ul>
      )}
      {issues.map(issue => (
        <Notice key={issue} isBad>
          {issue}
        </Notice>
      ))}
      <Writers>
        <FileTrigger
          acceptedFileTypes={receiptFiles}
          allowsMultiple
          onSelect={files => void keep(transaction, [...(files ?? [])])}
        >
          <Button kind="plain" isPending={keeping !== undefined}>
            <IconPlus size={18} aria-hidden />
            {keeping === undefined
              ? t('receipts.add')
              : t('receipts.keeping', { name: keeping })}
          </Button>
        </FileTrigger>
      </Writers>
      {shown !== undefined && (
        <ReceiptViewer receipt={shown} onClose={() => setOpened(undefined)} />
      )}
    </DropZone>
  )
}

type ReceiptLineProps = {
  readonly receipt: ShownReceipt
  readonly onOpen: () => void
}

function ReceiptLine({ receipt, onOpen }: ReceiptLineProps) {
  const { t, locale } = useWords()
  const { doc, state } = receipt
  const Icon = doc.mediaType === 'application/pdf' ? IconFileTypePdf : IconPhoto
  const about = [
    fileSize(doc.size, locale),
    ...(state === 'here' ? [] : [t(`receipts.${state}`)]),
  ]
  return (
    <AriaButton
      className={styles['line'] ?? ''}
      aria-label={t('receipts.open', { name: doc.name })}
      onPress={onOpen}
    >
      <Icon size={24} stroke={1.5} aria-hidden />
      <span className={styles['name']} dir="auto">
        {doc.name}
      </span>
      <span className={styles['about']}>{about.join(' · ')}</span>
    </AriaButton>
  )
}
