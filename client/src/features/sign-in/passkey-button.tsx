import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import type { Session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'

type PasskeyButtonProps = {
  readonly onEnter: (by: Parameters<Session['begin']>[0]) => Promise<void>
}

/** Without name and password: the device knows who it is. */
export function PasskeyButton({ onEnter }: PasskeyButtonProps) {
  const { t } = useWords()
  const problem = useProblem()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function enter() {
    setFailure(undefined)
    setBusy(true)
    try {
      const { enterByPasskey } = await import('../../session/passkeys.ts')
      await onEnter(enterByPasskey)
    } catch (error) {
      setFailure(problem(error))
      setBusy(false)
    }
  }

  return (
    <>
      <Button isPending={isBusy} onPress={() => void enter()}>
        <IconKey size={18} aria-hidden />
        {t('common.usePasskey')}
      </Button>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
    </>
  )
}
