import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconMinus,
  IconTrash,
} from '@tabler/icons-react'
import type { RatesProgress } from '../../data/files.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { FileOutcome, FileRows } from '../../ui/file-outcome.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'

type RatesOutcomeProps = {
  readonly name: string
  readonly progress: RatesProgress
  readonly onClose: () => void
}

/** What came of a file of rates, counted; what could not be read, line by line. */
export function RatesOutcome({ name, progress, onClose }: RatesOutcomeProps) {
  const { t } = useWords()
  const lines = [
    ['rateAdded', progress.added, IconCheck, 'good'],
    ['rateKnown', progress.known, IconEqual, 'quiet'],
    ['rateChanged', progress.changed, IconAlertTriangle, 'warning'],
    ['rateDeleted', progress.deletedBefore, IconTrash, 'quiet'],
    ['rateMissing', progress.missing, IconMinus, 'quiet'],
    ['rateUnreadable', progress.unreadable, IconAlertTriangle, 'bad'],
  ] as const
  return (
    <>
      <Notice>
        {progress.phase === 'cancelled'
          ? t('currencies.cancelled')
          : t('currencies.done', { name })}
      </Notice>
      <FileOutcome
        lines={lines
          .filter(([key, count]) => count > 0 || key === 'rateAdded')
          .map(([key, count, Icon, tone]) => ({
            words: t(`currencies.${key}`, { count }),
            Icon,
            tone,
          }))}
      />
      {progress.unreadableRows.length > 0 && (
        <FileRows
          heads={[
            t('currencies.line'),
            t('currencies.why'),
            t('currencies.says'),
          ]}
          rows={progress.unreadableRows.map(({ line, code, found }) => [
            String(line),
            t(`currencies.row_${code}`),
            found,
          ])}
        />
      )}
      <DialogActions>
        <Button kind="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </>
  )
}
