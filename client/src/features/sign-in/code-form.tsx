import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import { CardPage } from './card-page.tsx'

type CodeFormProps = {
  readonly onSubmit: (code: string) => Promise<void>
  readonly onBack: () => void
}

const digits = 6

/** After the password: what the person's app shows now, or one of the codes they wrote down. */
export function CodeForm({ onSubmit, onBack }: CodeFormProps) {
  const { t } = useWords()
  const problem = useProblem()
  const [isRecovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<string>()
  const [isSending, setSending] = useState(false)

  async function submit(typed: string) {
    setFailure(undefined)
    if (typed.trim() === '') return setFailure(t('signIn.needsCode'))
    setSending(true)
    try {
      await onSubmit(typed.trim())
    } catch (error) {
      setFailure(problem(error))
      setCode('')
      setSending(false)
    }
  }

  function type(typed: string) {
    setCode(typed)
    // The last digit says that it is all.
    const isWhole = typed.replaceAll(/\s/g, '').length === digits
    if (!isRecovery && isWhole && !isSending) void submit(typed)
  }

  return (
    <CardPage
      title={t('signIn.codeTitle')}
      words={t(isRecovery ? 'signIn.recoveryWords' : 'signIn.codeWords')}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          void submit(code)
        }}
      >
        <TextField
          key={String(isRecovery)}
          label={t(isRecovery ? 'signIn.recoveryCode' : 'signIn.code')}
          name="code"
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          value={code}
          onChange={type}
          autoFocus
        />
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <Button kind="primary" type="submit" isPending={isSending}>
          {t('signIn.submit')}
        </Button>
      </form>
      <Button
        kind="plain"
        onPress={() => {
          setRecovery(!isRecovery)
          setCode('')
          setFailure(undefined)
        }}
      >
        {t(isRecovery ? 'signIn.useApp' : 'signIn.useRecovery')}
      </Button>
      <Button kind="plain" onPress={onBack}>
        {t('common.back')}
      </Button>
    </CardPage>
  )
}
