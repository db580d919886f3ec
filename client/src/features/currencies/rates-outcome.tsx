import {
  IconAlertTriangle,
  IconCheck,
  IconEqual,
  IconMinus,
  IconTrash,
} from '@tabler/icons-react'
import type { RatesProgress } from '../../data/ledger.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Mark, Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import styles from './currencies.module.css'

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
      <ul className={styles['outcome']}>
        {lines
          .filter(([key, count]) => count > 0 || key === 'rateAdded')
          .map(([key, count, Icon, tone]) => (
            <li key={key}>
              <Mark
                icon={<Icon size={16} aria-hidden />}
                words={t(`currencies.${key}`, { count })}
                tone={tone}
              />
            </li>
          ))}
      </ul>
      {progress.unreadableRows.length > 0 && (
        <Unreadable rows={progress.unreadableRows} />
      )}
      <DialogActions>
        <Button kind="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </>
  )
}

function Unreadable({
  rows,
}: {
  readonly rows: RatesProgress['unreadableRows']
}) {
  const { t } = useWords()
  const heads = [
    t('currencies.line'),
    t('currencies.why'),
    t('currencies.says'),
  ]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
    <div
      className={styles['scroll']}
      tabIndex={0}
      role="region"
      aria-label={heads.join(', ')}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, code, found }, index) => (
            <tr key={index}>
              <td>{line}</td>
              <td>{t(`currencies.row_${code}`)}</td>
              <td dir="auto">{found}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
