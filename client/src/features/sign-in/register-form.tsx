import type { ReactNode } from 'react'
import { useSession } from '../../session/hooks.tsx'
import { peopleApi } from '../../session/people-api.ts'
import { useWords } from '../../words/words.ts'
import { CredentialsForm } from './credentials-form.tsx'

type RegisterFormProps = {
  readonly title: string
  readonly words: string
  /** Of the invitation that lets somebody in. */
  readonly code?: string | undefined
  readonly onRegistered: () => Promise<void>
  readonly children?: ReactNode
}

/** A name and a password of one's own, on a server that knows one not yet. */
export function RegisterForm(props: RegisterFormProps) {
  const { title, words, code, onRegistered, children } = props
  const { t } = useWords()
  const session = useSession()
  return (
    <CredentialsForm
      title={title}
      words={words}
      submitWords={t('people.register')}
      isNew
      onSubmit={async (name, password) => {
        await session.begin(device =>
          peopleApi.register({ name, password, device, code }),
        )
        await onRegistered()
      }}
    >
      {children}
    </CredentialsForm>
  )
}
