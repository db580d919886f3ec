import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useWords } from '../words/words.ts'

/** Nothing goes on here until it is loaded again. */
export function Crashed() {
  const { t } = useWords()
  return (
    <EmptyState title={t('common.crash')} words={t('common.crashWords')}>
      <Button kind="primary" onPress={() => location.reload()}>
        {t('common.reload')}
      </Button>
    </EmptyState>
  )
}
