import { useState } from 'react'
import type {
  QuickCorrections,
  QuickParts,
} from '@ourmoney/shared/capture/reading.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { readTags } from '@ourmoney/shared/transaction/parse-draft.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import type { ShownPart } from './part-names.ts'

type PartEditorProps = {
  readonly part: ShownPart
  readonly parts: QuickParts
  readonly lookups: LookupsAnswer
  readonly onCorrect: (corrections: QuickCorrections) => void
  /** One was chosen: there is no more to it. */
  readonly onChosen: (corrections: QuickCorrections) => void
}

/** One field for one part of a line; what it says counts at once. */
export function PartEditor(props: PartEditorProps) {
  const { t } = useWords()
  const { part, parts, lookups, onCorrect, onChosen } = props
  switch (part) {
    case 'type':
      return (
        <Segments
          label={t('common.type')}
          value={parts.type}
          choices={transactionTypes.map(id => ({
            id,
            name: t(`common.${id}`),
          }))}
          onChange={type => onCorrect({ type })}
        />
      )
    case 'amount':
      return <AmountEditor parts={parts} onCorrect={onCorrect} />
    case 'description':
      return (
        <TextField
          label={t('common.description')}
          value={parts.description}
          onChange={description => onCorrect({ description })}
          autoFocus
        />
      )
    case 'category':
      return (
        <ComboField
          label={t('common.category')}
          placeholder={t('common.noCategory')}
          value={parts.category}
          choices={categoriesFor(parts, lookups)}
          onChange={category => onChosen({ category })}
          autoFocus
        />
      )
    case 'account':
    case 'toAccount':
      return (
        <ComboField
          label={t(`common.${part}`)}
          placeholder={t('common.none')}
          value={parts[part]}
          choices={lookups.accounts
            .filter(({ closed }) => closed !== true)
            .map(({ _id, name }) => ({ id: _id, name }))}
          onChange={id => onChosen({ [part]: id })}
          autoFocus
        />
      )
    case 'member':
      return (
        <ComboField
          label={t('common.member')}
          placeholder={t('common.none')}
          value={parts.member}
          choices={lookups.members
            .filter(({ archived }) => archived !== true)
            .map(({ _id, name }) => ({ id: _id, name }))}
          onChange={member => onChosen({ member })}
          autoFocus
        />
      )
    case 'date':
      return (
        <DateField
          label={t('common.date')}
          value={parts.date}
          onChange={date => {
            if (date !== '') onCorrect({ date })
          }}
          autoFocus
        />
      )
    case 'tags':
      return <TagsEditor parts={parts} onCorrect={onCorrect} />
  }
}

type EditorProps = Pick<PartEditorProps, 'parts' | 'onCorrect'>

function AmountEditor({ parts, onCorrect }: EditorProps) {
  const { t, locale } = useWords()
  const { minor, currency } = parts
  const [text, setText] = useState(
    minor === undefined
      ? ''
      : formatMoney(minor, currency, locale, { bare: true }),
  )
  const read = parseAmount(text, { currency, locale })
  const isUsable = read.ok && read.value !== 0
  return (
    <AmountField
      label={`${t('common.amount')} (${currency})`}
      value={text}
      onChange={next => {
        setText(next)
        const typed = parseAmount(next, { currency, locale })
        if (typed.ok && typed.value !== 0) onCorrect({ minor: typed.value })
      }}
      issue={
        text === '' || isUsable
          ? undefined
          : t(`problems.draft_${read.ok ? 'zero' : read.failure.code}`)
      }
      computed={read.ok ? formatMoney(read.value, currency, locale) : undefined}
      autoFocus
    />
  )
}

function TagsEditor({ parts, onCorrect }: EditorProps) {
  const { t } = useWords()
  const [text, setText] = useState(parts.tags.join(' '))
  return (
    <TextField
      label={t('common.tags')}
      note={t('transactions.tagsNote')}
      value={text}
      onChange={next => {
        setText(next)
        onCorrect({ tags: readTags(next) })
      }}
      autoFocus
    />
  )
}

function categoriesFor({ type, category }: QuickParts, all: LookupsAnswer) {
  return categoryChoices(
    all.categories.filter(
      each =>
        each._id === category || (each.type === type && each.archived !== true),
    ),
  )
}
