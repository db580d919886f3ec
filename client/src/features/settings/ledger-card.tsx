import { useState } from 'react'
import { ledgerDocId } from '@ourmoney/shared/sync/prefixes.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { Card } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { BaseCurrencyField } from './base-currency-field.tsx'
import styles from './settings.module.css'

export function LedgerCard() {
  const { t } = useWords()
  const acts = useActs()
  const lookups = useView({ view: 'lookups' })
  const [typed, setTyped] = useState<string>()
  const doc = lookups?.ledger
  if (doc === undefined) return null
  const name = typed ?? doc.name

  async function set(fields: Readonly<Record<string, unknown>>) {
    const receipt = await acts.save(
      [{ change: 'edit', target: { ids: [ledgerDocId] }, set: fields }],
      t('settings.saved'),
    )
    if (receipt !== undefined) setTyped(undefined)
  }

  return (
    <Card title={t('settings.ledger')}>
      <form
        className={styles['pair']}
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void set({ name: name.trim() })
        }}
      >
        <TextField
          label={t('settings.ledgerName')}
          value={name}
          onChange={setTyped}
          issue={name.trim() === '' ? t('start.needsLedgerName') : undefined}
          note={
            typed !== undefined && typed !== doc.name ? (
              <Button type="submit">{t('common.save')}</Button>
            ) : undefined
          }
        />
        <BaseCurrencyField
          value={doc.currency}
          onChange={currency => set({ currency })}
        />
        <ChoiceField
          label={t('settings.firstDay')}
          value={String(doc.firstDay)}
          choices={Array.from({ length: 31 }, (_, day) => ({
            id: String(day + 1),
            name: String(day + 1),
          }))}
          onChange={day => void set({ firstDay: Number(day) })}
        />
        <ComboField
          label={t('settings.timeZone')}
          value={doc.timeZone}
          choices={timeZones(doc.timeZone)}
          onChange={timeZone => {
            if (timeZone !== undefined) void set({ timeZone })
          }}
        />
      </form>
    </Card>
  )
}

function timeZones(current: string) {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), current])].map(
    id => ({ id, name: id.replaceAll('_', ' ') }),
  )
}
