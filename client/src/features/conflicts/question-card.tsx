import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { deletedGroup } from '@ourmoney/shared/sync/field-groups.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Question, Side } from '@ourmoney/shared/sync/questions.ts'
import type { ConflictAnswer } from '../../data/changes.ts'
import type { NamesById } from '../../data/views/past.ts'
import { Card } from '../../ui/page.tsx'
import { currencyIn, fieldName, valueWords } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './conflicts.module.css'
import { fieldsAsked } from './fields-asked.ts'
import { canType, ThirdFields } from './third-fields.tsx'

type QuestionCardProps = {
  readonly doc: Doc
  readonly question: Question
  readonly names: NamesById
  readonly isDisabled: boolean
  /** `undefined` while what was typed cannot be taken. */
  readonly onAnswer: (answer: ConflictAnswer | undefined) => void
}

/** One group of fields: what stands, what waits, or something else. */
export function QuestionCard(props: QuestionCardProps) {
  const { doc, question, names, isDisabled, onAnswer } = props
  const { t, locale } = useWords()
  const words = useRecordWords(names)
  const [chosen, setChosen] = useState<string | null>(null)
  const { stands, others } = question
  const asked = fieldsAsked(doc.kind, question)
  const title = new Intl.ListFormat(locale).format(
    asked.map(field => fieldName(field, t)),
  )
  const first = others[0]?.conflict ?? ''
  const currency = currencyIn(doc) ?? words.currency

  function choose(id: string): void {
    setChosen(id)
    if (id === 'third') onAnswer(undefined)
    else if (id === 'standing') onAnswer({ conflict: first, take: 'standing' })
    else onAnswer({ conflict: id, take: 'other' })
  }

  function option(id: string, side: Side, about: string) {
    return (
      <Radio key={id} value={id} className={styles['option'] ?? ''}>
        <span className={styles['dot']} />
        <span className={styles['side']}>
          <small>{about}</small>
          <Values
            lines={linesOf(side.value, asked, id !== 'standing')}
            isAlone={asked.length === 1}
          />
          <small>
            {[words.who(side.by), words.whenAndWhere(side)]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      </Radio>
    )
  }

  function linesOf(value: Fields, fields: readonly string[], isOther: boolean) {
    if (question.group === deletedGroup) {
      const line = isOther ? 'conflicts.deletedWords' : 'conflicts.keptWords'
      return [{ name: '', text: t(line) }]
    }
    return fields.map(field => ({
      name: fieldName(field, t),
      text: valueWords(field, value[field], {
        kind: doc.kind,
        currency: currencyIn(value) ?? currency,
        names,
        t,
        locale,
      }),
    }))
  }

  return (
    <Card title={title}>
      <RadioGroup
        aria-label={title}
        className={styles['options'] ?? ''}
        value={chosen}
        isDisabled={isDisabled}
        onChange={choose}
      >
        {option('standing', stands, t('conflicts.standing'))}
        {others.map(side => option(side.conflict, side, t('conflicts.other')))}
        {asked.every(field => canType(doc.kind, field, stands.value)) && (
          <Radio value="third" className={styles['option'] ?? ''}>
            <span className={styles['dot']} />
            <span className={styles['side']}>{t('conflicts.third')}</span>
          </Radio>
        )}
      </RadioGroup>
      {chosen === 'third' && (
        <ThirdFields
          kind={doc.kind}
          fields={asked}
          stands={stands.value}
          currency={currency}
          onChange={set => onAnswer(set && { conflict: first, take: { set } })}
        />
      )}
    </Card>
  )
}

type ValuesProps = {
  readonly lines: readonly { readonly name: string; readonly text: string }[]
  /** The title says what it is. */
  readonly isAlone: boolean
}

function Values({ lines, isAlone }: ValuesProps) {
  return (
    <span className={styles['values']}>
      {lines.map(({ name, text }) => (
        <span key={name}>
          {!isAlone && <span className={styles['quiet']}>{name} </span>}
          <bdi>{text}</bdi>
        </span>
      ))}
    </span>
  )
}
