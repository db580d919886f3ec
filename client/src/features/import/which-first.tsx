import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { useWords } from '../../words/words.ts'
import { nameInHand, type ImportState } from './import-state.ts'
import type { Files } from './use-files.ts'

type WhichFirstProps = {
  readonly state: ImportState
  readonly files: Files
}

/** A file comes while another is in hand: what was done about that one is not lost unasked. */
export function WhichFirst({ state, files }: WhichFirstProps) {
  const { t } = useWords()
  const { asked, answer } = files
  const [first, ...others] = asked
  const name = nameInHand(state)
  return (
    <Dialog
      title={t('imports.inHandTitle', { name })}
      closeLabel={t('common.close')}
      isOpen={first !== undefined}
      onClose={() => answer('never')}
    >
      <p>
        {first !== undefined && others.length === 0
          ? t('imports.inHandWords', { name, other: first.name })
          : t('imports.inHandMany', { name, count: asked.length })}
      </p>
      <DialogActions>
        <Button onPress={() => answer('now')}>
          {t('imports.leaveForIt', { count: asked.length })}
        </Button>
        <Button kind="primary" onPress={() => answer('after')}>
          {t('imports.afterThis')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
