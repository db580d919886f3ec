import { IconKey } from '@tabler/icons-react'
import type { Session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useRun } from '../../words/use-run.ts'
import { useWords } from '../../words/words.ts'

type PasskeyButtonProps = {
  readonly onEnter: (by: Parameters<Session['begin']>[0]) => Promise<void>
}

/** Without name and password: the device knows who it is. */
export function PasskeyButton({ onEnter }: PasskeyButtonProps) {
  const { t } = useWords()
  const { run, isBusy, failure } = useRun()

  async function enter() {
    const { enterByPasskey } = await import('../../session/passkeys.ts')
    await onEnter(enterByPasskey)
  }

  return (
    <>
      <Button isPending={isBusy} onPress={() => void run(enter)}>
        <IconKey size={18} aria-hidden />
        {t('common.usePasskey')}
      </Button>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
    </>
  )
}
