import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Link } from 'react-router'
import type { Doc } from '@ourmoney/shared/sync/kinds.ts'
import type { Question } from '@ourmoney/shared/sync/questions.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import type { ConflictAnswer } from '../../data/changes.ts'
import type { NamesById } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import styles from './conflicts.module.css'
import { ThirdFields } from './third-fields.tsx'
import { thirdWay } from './third-way.ts'
import { useSides } from './use-sides.tsx'

type QuestionCardProps = {
  readonly doc: Doc
  readonly question: Question
  readonly names: NamesById
  /** `undefined` while what was typed cannot be taken. */
  readonly onAnswer: (answer: ConflictAnswer | undefined) => void
  /** Opens the form of the transaction; calls back once something is saved in it. */
  readonly onForm: (onSaved: () => void) => void
}

/** One group of fields: what stands, what waits, or something else. */
export function QuestionCard(props: QuestionCardProps) {
  const { doc, question, names, onAnswer, onForm } = props
  const { t } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const mayWrite = useMayWrite()
  const { currency, title, asked, sides } = useSides(doc, question, names)
  const way = thirdWay(doc, question)
  const first = question.others[0]?.conflict ?? ''

  function choose(id: string): void {
    setChosen(id)
    if (id === 'third') onAnswer(undefined)
    else if (id === 'standing') onAnswer({ conflict: first, take: 'standing' })
    else onAnswer({ conflict: id, take: 'other' })
  }

  if (!mayWrite) {
    return (
      <Card title={title}>
        <ul className={styles['options']}>
          {sides.map(({ id, words }) => (
            <li key={id} className={styles['option']} data-disabled>
              {words}
            </li>
          ))}
        </ul>
      </Card>
    )
  }
  return (
    <Card title={title}>
      <RadioGroup
        aria-label={title}
        className={styles['options'] ?? ''}
        value={chosen}
        onChange={choose}
      >
        {sides.map(({ id, words }) => (
          <Radio key={id} value={id} className={styles['option'] ?? ''}>
            <span className={styles['dot']} />
            {words}
          </Radio>
        ))}
        {way !== undefined && (
          <Radio value="third" className={styles['option'] ?? ''}>
            <span className={styles['dot']} />
            <span className={styles['side']}>{t('conflicts.third')}</span>
          </Radio>
        )}
      </RadioGroup>
      {chosen === 'third' && way === 'typed' && (
        <ThirdFields
          fields={asked}
          stands={question.stands.value}
          currency={currency}
          onChange={set => onAnswer(set && { conflict: first, take: { set } })}
        />
      )}
      {chosen === 'third' && way === 'form' && (
        <>
          <p className={styles['quiet']}>{t('conflicts.formWords')}</p>
          <div className={styles['acts']}>
            <Button onPress={() => onForm(() => choose('standing'))}>
              {t('conflicts.form')}
            </Button>
          </div>
        </>
      )}
      {chosen === 'third' && typeof way === 'object' && (
        <>
          <p className={styles['quiet']}>{t('conflicts.placeWords')}</p>
          <Link to={way.place}>{t('conflicts.place')}</Link>
        </>
      )}
    </Card>
  )
}
