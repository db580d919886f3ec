import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../session/hooks.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog, DialogActions } from '../ui/dialog.tsx'
import { Segments } from '../ui/segments.tsx'
import { Notice } from '../ui/states.tsx'
import { useProblem } from '../words/use-problem.ts'
import { useRun } from '../words/use-run.ts'
import { useWords } from '../words/words.ts'
import { useUnsent } from './use-unsent.ts'

type SignOutDialogProps = {
  readonly user: string
  readonly onClose: () => void
}

/** Asks what is to stay here; what no server has goes only when that is said. */
export default function SignOutDialog({ user, onClose }: SignOutDialogProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const problem = useProblem()
  const session = useSession()
  const unsent = useUnsent(user)
  const [what, setWhat] = useState<'keep' | 'remove'>('keep')
  const [mayLose, setMayLose] = useState(false)
  const { run, isBusy, ...ran } = useRun()
  const failure =
    ran.failure ??
    (what === 'remove' && unsent.failure !== undefined
      ? problem(unsent.failure)
      : undefined)
  const isUnknown = unsent.count === undefined && unsent.failure === undefined
  const isAlone = unsent.count === undefined || unsent.count > 0
  const count = unsent.count ?? 0

  async function signOut() {
    if (what === 'remove') await unsent.forget()
    await session.signOut()
    await navigate('/')
  }

  return (
    <Dialog
      title={t('identity.signOut')}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <Segments
        label={t('identity.whatStays')}
        value={what}
        onChange={setWhat}
        choices={[
          { id: 'keep', name: t('identity.keepHere') },
          { id: 'remove', name: t('identity.removeHere') },
        ]}
      />
      <p>
        {t(
          what === 'keep'
            ? 'identity.keepHereWords'
            : 'identity.removeHereWords',
        )}
      </p>
      {isUnknown && <output>{t('identity.lookingForUnsent')}</output>}
      {count > 0 && (
        <Notice
          isBad={what === 'remove'}
          actions={
            <Button isDisabled={isBusy} onPress={() => void run(unsent.save)}>
              <IconDownload size={18} aria-hidden />
              {t('identity.saveUnsent')}
            </Button>
          }
        >
          {t('identity.unsent', { count })}
        </Notice>
      )}
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      {what === 'remove' && !isUnknown && isAlone && (
        <Check isSelected={mayLose} onChange={setMayLose}>
          {t('identity.mayLose')}
        </Check>
      )}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button
          kind={what === 'keep' ? 'primary' : 'danger'}
          isPending={isBusy}
          isDisabled={what === 'remove' && (isUnknown || (isAlone && !mayLose))}
          onPress={() => void run(signOut)}
        >
          {t(what === 'keep' ? 'identity.signOut' : 'identity.signOutRemove')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
