import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/states.tsx'
import { useProblem } from '../words/use-problem.ts'
import { useWords } from '../words/words.ts'

type FailureNoticeProps = {
  /** Nothing where all was answered. */
  readonly failure: unknown
  readonly onRetry: () => void
}

/** Why the server did not answer, and asking again. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const { t } = useWords()
  const problem = useProblem()
  if (failure === undefined) return null
  return (
    <Notice
      isBad
      actions={<Button onPress={onRetry}>{t('common.retry')}</Button>}
    >
      {problem(failure)}
    </Notice>
  )
}
