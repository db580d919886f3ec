import { useState } from 'react'
import { inTreeOrder } from '@ourmoney/shared/category/tree.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import { useView } from '../../data/hooks.tsx'
import { AmountField } from '../../ui/amount-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { fieldName } from '../../words/field-words.ts'
import { useWords } from '../../words/words.ts'
import { wayOf } from './third-way.ts'

type ThirdFieldsProps = {
  readonly fields: readonly string[]
  /** The whole value of the group as it stands. */
  readonly stands: Fields
  readonly currency: string
  /** Nothing while it cannot be read. */
  readonly onChange: (set: Fields | undefined) => void
}

/** As it is typed; numbers among these fields are amounts. */
function textOf(value: unknown, currency: string, locale: string): string {
  if (typeof value === 'number') {
    return formatMoney(value, currency, locale, { bare: true })
  }
  return typeof value === 'string' ? value : ''
}

/** Another value than those that there are: begins with what stands. */
export function ThirdFields(props: ThirdFieldsProps) {
  const { fields, stands, currency, onChange } = props
  const { t, locale } = useWords()
  const lookups = useView({ view: 'lookups' })
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      fields.map(field => [field, textOf(stands[field], currency, locale)]),
    ),
  )

  function read(field: string, text: string): unknown {
    if (wayOf(field) !== 'money') return text.trim() || undefined
    const amount = parseAmount(text, { currency, locale })
    return amount.ok ? amount.value : undefined
  }

  function change(field: string, text: string): void {
    const next = { ...texts, [field]: text }
    setTexts(next)
    const set = Object.fromEntries(
      fields.map(each => [each, read(each, next[each] ?? '')]),
    )
    const isRead = fields.every(
      each => wayOf(each) !== 'money' || set[each] !== undefined,
    )
    onChange(isRead ? { ...stands, ...set } : undefined)
  }

  function choicesFor(field: string) {
    switch (field) {
      case 'category':
        return inTreeOrder(lookups?.categories ?? [])
      case 'payee':
        return lookups?.payees ?? []
      case 'member':
        return lookups?.members ?? []
      default:
        return lookups?.accounts ?? []
    }
  }

  return fields.map(field => {
    const label = t('conflicts.thirdOf', { field: fieldName(field, t) })
    const value = texts[field] ?? ''
    const onText = (text: string) => change(field, text)
    switch (wayOf(field)) {
      case 'money':
        return (
          <AmountField
            key={field}
            label={label}
            value={value}
            issue={
              read(field, value) === undefined
                ? t('conflicts.unlike')
                : undefined
            }
            onChange={onText}
          />
        )
      case 'date':
        return (
          <DateField
            key={field}
            label={label}
            value={value}
            onChange={onText}
          />
        )
      case 'chosen':
        return (
          <ChoiceField
            key={field}
            label={label}
            value={value}
            choices={choicesFor(field).map(({ _id, name }) => ({
              id: _id,
              name,
            }))}
            onChange={onText}
          />
        )
      default:
        return (
          <TextField
            key={field}
            label={label}
            value={value}
            isMultiline={field === 'notes'}
            onChange={onText}
          />
        )
    }
  })
}
