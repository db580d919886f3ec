import { IconPaperclip, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button, IconButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './receipts.module.css'
import { receiptFiles, useReceiptActs } from './use-receipt-acts.ts'

type ReceiptFilesProps = {
  readonly files: readonly File[]
  /** Opened to photograph a receipt first. */
  readonly isFirst: boolean
  readonly onChange: (files: readonly File[]) => void
}

/** Photos and PDFs that are kept once the form is saved. */
export function ReceiptFiles({ files, isFirst, onChange }: ReceiptFilesProps) {
  const { t } = useWords()
  const { look } = useReceiptActs()
  const [issues, setIssues] = useState<readonly string[]>([])

  async function choose(chosen: readonly File[]) {
    const looked = await Promise.all(chosen.map(look))
    setIssues(looked.filter(issue => issue !== undefined))
    onChange([...files, ...chosen.filter((_, at) => looked[at] === undefined)])
  }

  return (
    <div className={styles['files']}>
      {files.map((file, at) => (
        <div key={`${at} ${file.name}`} className={styles['file']}>
          <IconPaperclip size={18} aria-hidden />
          <bdi>{file.name}</bdi>
          <IconButton
            label={t('receipts.leave', { name: file.name })}
            onPress={() => onChange(files.filter(each => each !== file))}
          >
            <IconX size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      {issues.map(issue => (
        <Notice key={issue} isBad>
          {issue}
        </Notice>
      ))}
      <FileTrigger
        acceptedFileTypes={receiptFiles}
        allowsMultiple
        onSelect={chosen => void choose([...(chosen ?? [])])}
      >
        <Button kind="plain" autoFocus={isFirst}>
          <IconPaperclip size={18} aria-hidden />
          {t('receipts.add')}
        </Button>
      </FileTrigger>
    </div>
  )
}
