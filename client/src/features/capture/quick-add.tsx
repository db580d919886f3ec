import { useView } from '../../data/hooks.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { QuickForm } from './quick-form.tsx'

type QuickAddProps = { readonly onClose: () => void }

/** Transactions written in words, a line each. */
export default function QuickAdd({ onClose }: QuickAddProps) {
  const { t } = useWords()
  const lookups = useView({ view: 'lookups' })
  return (
    <Dialog
      title={t('capture.title')}
      closeLabel={t('common.close')}
      isOpen
      isWide
      isAtTop
      onClose={onClose}
    >
      {lookups === undefined ? (
        <Waiting label={t('common.loading')} />
      ) : (
        <QuickForm lookups={lookups} />
      )}
    </Dialog>
  )
}
