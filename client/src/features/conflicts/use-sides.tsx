import type { ReactNode } from 'react'
import { deletedGroup } from '@ourmoney/shared/sync/field-groups.ts'
import type { Fields } from '@ourmoney/shared/sync/groups.ts'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Question, Side } from '@ourmoney/shared/sync/questions.ts'
import type { NamesById } from '../../data/views/past.ts'
import { currencyIn, fieldName, valueWords } from '../../words/field-words.ts'
import { useRecordWords } from '../../words/use-record-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './conflicts.module.css'
import { fieldsAsked } from './fields-asked.ts'

type Sides = {
  /** Of what differs. */
  readonly title: string
  readonly asked: readonly string[]
  readonly currency: string
  /** What stands first, then what waits, by the id of its conflict. */
  readonly sides: readonly { readonly id: string; readonly words: ReactNode }[]
}

/** The values of a question in words: whose, when and where. */
export function useSides(
  doc: Doc,
  question: Question,
  names: NamesById,
): Sides {
  const { t, locale } = useWords()
  const words = useRecordWords(names)
  const { stands, others } = question
  const asked = fieldsAsked(doc.kind, question)
  const currency = currencyIn(doc) ?? words.currency

  function linesOf(value: Fields, isOther: boolean): readonly Line[] {
    if (question.group === deletedGroup) {
      const line = isOther ? 'conflicts.deletedWords' : 'conflicts.keptWords'
      return [{ name: '', text: t(line) }]
    }
    return asked.map(field => ({
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

  function wordsOf(side: Side, isOther: boolean): ReactNode {
    return (
      <span className={styles['side']}>
        <small>{t(isOther ? 'conflicts.other' : 'conflicts.standing')}</small>
        <Values
          lines={linesOf(side.value, isOther)}
          isAlone={asked.length === 1}
        />
        <small>
          {[words.who(side.by), words.whenAndWhere(side)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
    )
  }

  return {
    title: new Intl.ListFormat(locale).format(
      asked.map(field => fieldName(field, t)),
    ),
    asked,
    currency,
    sides: [
      { id: 'standing', words: wordsOf(stands, false) },
      ...others.map(side => ({
        id: side.conflict,
        words: wordsOf(side, true),
      })),
    ],
  }
}

type Line = { readonly name: string; readonly text: string }

type ValuesProps = {
  readonly lines: readonly Line[]
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
