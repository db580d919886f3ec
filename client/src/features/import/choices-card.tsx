import {
  dateOrders,
  type ReadChoices,
  type StatementLook,
} from '@ourmoney/shared/statement/statement.ts'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Card } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { currencyChoices } from '../../words/currency-choices.ts'
import { useWords } from '../../words/words.ts'
import styles from './import.module.css'
import { TableChoices } from './table-choices.tsx'
import { withChoice, type ChoicesProps } from './with-choice.ts'

type ChoicesCardProps = ChoicesProps & { readonly looked: StatementLook }

/** Everything that was guessed about a file, to be changed. */
export function ChoicesCard({ looked, choices, onChoose }: ChoicesCardProps) {
  const { t, locale } = useWords()
  const { table } = looked
  const choose = (change: ReadChoices) => onChoose(withChoice(choices, change))
  return (
    <Card title={t('imports.howRead')}>
      <div className={styles['fields']}>
        {looked.encodings.length > 0 && (
          <ChoiceField
            label={t('imports.encoding')}
            value={choices.encoding}
            choices={looked.encodings.map(id => ({
              id,
              name: id.toUpperCase(),
            }))}
            onChange={encoding => choose({ encoding })}
          />
        )}
        {table !== undefined && (
          <TableChoices
            format={looked.format}
            table={table}
            choices={choices}
            onChoose={onChoose}
          />
        )}
        {(table !== undefined || choices.dateOrder !== undefined) && (
          <ChoiceField
            label={t('imports.dateOrder')}
            value={choices.dateOrder}
            choices={dateOrders.map(id => ({
              id,
              name: t(`imports.order_${id}`),
            }))}
            onChange={id =>
              choose({ dateOrder: dateOrders.find(each => each === id) })
            }
            note={
              table?.isDateOrderSure === false
                ? t('imports.orderUnsure')
                : undefined
            }
          />
        )}
        {(table !== undefined || choices.decimalMark !== undefined) && (
          <ChoiceField
            label={t('imports.decimalMark')}
            value={choices.decimalMark}
            choices={[
              { id: '.', name: t('imports.mark_point') },
              { id: ',', name: t('imports.mark_comma') },
            ]}
            onChange={id => choose({ decimalMark: id === ',' ? ',' : '.' })}
          />
        )}
        {(table !== undefined || choices.currency !== undefined) && (
          <ComboField
            label={t('imports.currency')}
            value={choices.currency}
            choices={currencyChoices(
              locale,
              choices.currency === undefined ? [] : [choices.currency],
            )}
            onChange={currency => choose({ currency })}
          />
        )}
        {choices.columns?.includes('direction') === true && (
          <TextField
            label={t('imports.outWords')}
            note={t('imports.outWordsNote')}
            value={
              choices.isSigned === true
                ? ''
                : (choices.outWords?.join(', ') ?? '')
            }
            onChange={text =>
              choose({
                outWords: text.split(',').map(word => word.trim()),
                isSigned: false,
              })
            }
          />
        )}
      </div>
      <div className={styles['checks']}>
        {(table !== undefined || choices.isTurned !== undefined) && (
          <Check
            isSelected={choices.isTurned === true}
            onChange={isTurned => choose({ isTurned })}
          >
            <span>
              {t('imports.turned')}
              <small>{t('imports.turnedNote')}</small>
            </span>
          </Check>
        )}
        <Check
          isSelected={choices.withPending === true}
          onChange={withPending => choose({ withPending })}
        >
          {t('imports.withPending')}
        </Check>
      </div>
    </Card>
  )
}
