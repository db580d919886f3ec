import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import styles from './sign-in.module.css'

type CredentialsFormProps = {
  readonly title: string
  readonly words: string
  readonly submitWords: string
  /** A new password is held to its rules before it is sent. */
  readonly isNew: boolean
  readonly name?: string | undefined
  readonly onSubmit: (name: string, password: string) => Promise<void>
  readonly children?: ReactNode
}

const shortest = 8

export function CredentialsForm({
  title,
  words,
  submitWords,
  isNew,
  name: known = '',
  onSubmit,
  children,
}: CredentialsFormProps) {
  const { t } = useWords()
  const problem = useProblem()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [isSending, setSending] = useState(false)

  const nameIssue = name.trim() === '' ? t('signIn.needsName') : undefined
  const passwordIssue =
    password === ''
      ? t('signIn.needsPassword')
      : isNew && password.length < shortest
        ? t('signIn.tooShort')
        : undefined

  async function submit() {
    setTried(true)
    setFailure(undefined)
    if (nameIssue !== undefined || passwordIssue !== undefined) return
    setSending(true)
    try {
      await onSubmit(name.trim(), password)
    } catch (error) {
      setFailure(problem(error))
    } finally {
      setSending(false)
    }
  }

  return (
    <main className={styles['page']}>
      <Logo size={48} />
      <section className={styles['card']}>
        <header>
          <h1>{title}</h1>
          <p>{words}</p>
        </header>
        <form
          onSubmit={event => {
            event.preventDefault()
            void submit()
          }}
        >
          <TextField
            label={t('signIn.name')}
            name="username"
            autoComplete="username"
            value={name}
            onChange={setName}
            issue={wasTried ? nameIssue : undefined}
            autoFocus
          />
          <TextField
            label={t('signIn.password')}
            name="password"
            type="password"
            autoComplete={isNew ? 'new-password' : 'current-password'}
            value={password}
            onChange={setPassword}
            note={isNew ? t('signIn.passwordNote') : undefined}
            issue={wasTried ? passwordIssue : undefined}
          />
          {failure !== undefined && <Notice isBad>{failure}</Notice>}
          <Button kind="primary" type="submit" isPending={isSending}>
            {submitWords}
          </Button>
        </form>
        {children}
      </section>
    </main>
  )
}
