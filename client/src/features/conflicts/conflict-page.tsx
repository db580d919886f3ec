import { IconArrowLeft } from '@tabler/icons-react'
import { useState, type ComponentType } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { Readers, Writers } from '../../acts/may-write.tsx'
import type { ConflictAnswer } from '../../data/changes.ts'
import { useView } from '../../data/hooks.tsx'
import type { ConflictedRecord, NamesById } from '../../data/views/past.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Waiting } from '../../ui/states.tsx'
import { recordName } from '../../words/field-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './conflicts.module.css'
import { QuestionCard } from './question-card.tsx'
import { useSettling } from './use-settling.ts'

type Form = ComponentType<{
  readonly id: string
  readonly onSaved: () => void
  readonly onClose: () => void
}>

type ConflictPageProps = {
  /** Of a whole transaction, which another errand owns. */
  readonly form: Form
}

/** What waits in one record: each question with its values, and whose they are. */
export default function ConflictPage({ form }: ConflictPageProps) {
  const { t } = useWords()
  const { id = '' } = useParams()
  const found = useView({ view: 'conflicts', id, most: 1 })
  if (found === undefined) return <Waiting label={t('common.loading')} />
  const record = found.records.find(({ doc }) => doc._id === id)
  if (record === undefined) {
    return (
      <EmptyState
        title={t('conflicts.gone')}
        words={t('conflicts.goneWords')}
        isPage
      >
        <Link to="/conflicts">{t('conflicts.back')}</Link>
      </EmptyState>
    )
  }
  return (
    <OpenConflict key={id} record={record} names={found.names} form={form} />
  )
}

type OpenConflictProps = {
  readonly record: ConflictedRecord
  readonly names: NamesById
  readonly form: Form
}

function OpenConflict({ record, names, form: Form }: OpenConflictProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { settle } = useSettling()
  const [answers, setAnswers] = useState<
    Readonly<Record<string, ConflictAnswer | undefined>>
  >({})
  const [open, setOpen] = useState<{ readonly onSaved: () => void }>()
  const { doc, questions } = record
  const given = questions.flatMap(({ group }) => answers[group] ?? [])

  async function save() {
    const isLast = given.length === questions.length
    if (!(await settle(doc._id, given))) return
    setAnswers({})
    if (isLast) void navigate('/conflicts')
  }

  return (
    <Page>
      <Link to="/conflicts" className={styles['back'] ?? ''}>
        <IconArrowLeft size={16} aria-hidden />
        {t('conflicts.back')}
      </Link>
      <header>
        <h1 dir="auto">{recordName(doc, names, t)}</h1>
        <p className={styles['quiet']}>{t(`records.kind_${doc.kind}`)}</p>
      </header>
      <Readers>
        <p className={styles['quiet']}>{t('conflicts.readOnly')}</p>
      </Readers>
      {questions.map(question => (
        <QuestionCard
          key={question.group}
          doc={doc}
          question={question}
          names={names}
          onAnswer={answer =>
            setAnswers(now => ({ ...now, [question.group]: answer }))
          }
          onForm={onSaved => setOpen({ onSaved })}
        />
      ))}
      <Writers>
        <div className={styles['end']}>
          <Button
            kind="primary"
            isDisabled={given.length === 0}
            onPress={() => void save()}
          >
            {t('conflicts.settle')}
          </Button>
        </div>
      </Writers>
      {open !== undefined && (
        <Form
          id={doc._id}
          onSaved={open.onSaved}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
