import {
  dateOrders,
  type DateOrder,
} from '@ourmoney/shared/statement/statement.ts'
import type { CsvChoices, ExportAsk } from '../../data/files.ts'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './files.module.css'

export type ExportChoices = {
  readonly format: ExportAsk['format']
  readonly csv: CsvChoices
  /** Of days in QIF. */
  readonly dateOrder: DateOrder
}

const formats = ['xlsx', 'csv', 'ofx', 'qif', 'json'] as const

/** As the person's own programs write numbers: where the comma is the mark, it cannot part cells. */
export function firstChoices(locale: string): ExportChoices {
  const mark = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value
  const decimalMark = mark === ',' ? ',' : '.'
  const delimiter = decimalMark === ',' ? ';' : ','
  return {
    format: 'xlsx',
    csv: { delimiter, decimalMark, withBom: true },
    dateOrder: orderIn(locale),
  }
}

function orderIn(locale: string): DateOrder {
  const first = new Intl.DateTimeFormat(locale)
    .formatToParts(0)
    .find(({ type }) => type !== 'literal')?.type
  return first === 'day' ? 'dmy' : first === 'month' ? 'mdy' : 'ymd'
}

type ExportFieldsProps = {
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
}

/** What kind of file it becomes. */
export function ExportFields({ choices, onChange }: ExportFieldsProps) {
  const { t } = useWords()
  const { format, csv, dateOrder } = choices

  function set(fields: Partial<CsvChoices>) {
    onChange({ ...choices, csv: { ...csv, ...fields } })
  }

  return (
    <>
      <ChoiceField
        label={t('files.format')}
        value={format}
        note={t(`files.note_${format}`)}
        choices={formats.map(id => ({ id, name: t(`files.format_${id}`) }))}
        onChange={id => {
          const chosen = formats.find(each => each === id)
          if (chosen !== undefined) onChange({ ...choices, format: chosen })
        }}
      />
      {format === 'qif' && (
        <ChoiceField
          label={t('files.dateOrder')}
          value={dateOrder}
          choices={dateOrders.map(id => ({ id, name: t(`files.order_${id}`) }))}
          onChange={id => {
            const chosen = dateOrders.find(each => each === id)
            if (chosen !== undefined)
              onChange({ ...choices, dateOrder: chosen })
          }}
        />
      )}
      {format === 'csv' && (
        <div className={styles['pair']}>
          <ChoiceField
            label={t('files.delimiter')}
            value={csv.delimiter}
            choices={[
              { id: ',', name: t('files.comma') },
              { id: ';', name: t('files.semicolon') },
              { id: '\t', name: t('files.tab') },
            ]}
            onChange={id =>
              set({ delimiter: id === ',' || id === ';' ? id : '\t' })
            }
          />
          <ChoiceField
            label={t('files.decimalMark')}
            value={csv.decimalMark}
            choices={[
              { id: '.', name: t('files.point') },
              { id: ',', name: t('files.comma') },
            ]}
            onChange={id => set({ decimalMark: id === ',' ? ',' : '.' })}
          />
          <Check
            isSelected={csv.withBom}
            onChange={withBom => set({ withBom })}
          >
            {t('files.withBom')}
          </Check>
        </div>
      )}
    </>
  )
}
