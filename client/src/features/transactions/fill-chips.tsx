import { IconBolt, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { repeatableOf } from '@ourmoney/shared/capture/repeatable.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { useView } from '../../data/hooks.tsx'
import { Chip } from '../../ui/chip.tsx'
import { nowMinute, today } from '../../ui/dates.ts'
import { useWords } from '../../words/words.ts'
import type { Draft } from './draft.ts'
import { givenAgain } from './given-again.ts'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type FillChipsProps = {
  readonly draft: Draft
  readonly names: Names
  readonly onFill: (fields: Partial<Draft>) => void
}

const mostTemplates = 6

/** One tap for what is usual now and for templates; an amount that was typed stays. */
export function FillChips({ draft, names, onFill }: FillChipsProps) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const [moment] = useState(() => ({ date: today(), minute: nowMinute() }))
  const answer = useView({
    view: 'suggestion',
    description: '',
    type: 'expense',
    moment: { ...moment, account: draft.account || undefined },
  })
  const usual = (answer?.usual ?? []).map(each => ({
    id: `${each.type} ${each.description}`,
    name: each.description,
    isTemplate: false,
    fields: each,
  }))
  const templates = (names.lookups?.templates ?? [])
    .slice(0, mostTemplates)
    .map(each => ({
      id: each._id,
      name: each.name,
      isTemplate: true,
      fields: repeatableOf(each.draft),
    }))
  return (
    <div
      className={styles['fill']}
      role="group"
      aria-label={t('capture.usual')}
    >
      {[...usual, ...templates].map(({ id, name, isTemplate, fields }) => {
        const { minor, currency } = fields
        const amount =
          minor === undefined || currency === undefined
            ? ''
            : formatMoney(minor, currency, locale)
        return (
          <Chip
            key={id}
            label={t('capture.fillIn', { name, amount })}
            onPress={() => {
              const given = givenAgain(fields, names.currencyOf, locale)
              const { amount: text, ...rest } = given.fields
              onFill({
                ...rest,
                ...(draft.amount === '' &&
                  text !== undefined && { amount: text }),
              })
            }}
          >
            {isTemplate && <IconTemplate size={14} aria-hidden />}
            <span dir="auto">{name}</span>
            <small>{amount}</small>
          </Chip>
        )
      })}
      <Chip onPress={() => void navigate('?open=quick')}>
        <IconBolt size={14} aria-hidden />
        {t('capture.inWords')}
      </Chip>
    </div>
  )
}
