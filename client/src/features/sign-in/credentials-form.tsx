import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { CardPage } from './card-page.tsx'
import { isTooShort } from '../../session/new-password.ts'

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
      : isNew && isTooShort(password)
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
    <CardPage title={title} words={words}>
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
    </CardPage>
  )
}
