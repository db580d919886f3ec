import type { CsvChoices, ExportAsk } from '../../data/files.ts'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'
import styles from './files.module.css'

export type ExportChoices = {
  readonly format: ExportAsk['format']
  readonly csv: CsvChoices
}

const formats = ['xlsx', 'csv', 'json'] as const

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
  }
}

type ExportFieldsProps = {
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
}

/** What kind of file it becomes. */
export function ExportFields({ choices, onChange }: ExportFieldsProps) {
  const { t } = useWords()
  const { format, csv } = choices

  function set(fields: Partial<CsvChoices>) {
    onChange({ format, csv: { ...csv, ...fields } })
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
          if (chosen !== undefined) onChange({ format: chosen, csv })
        }}
      />
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
