import { IconFileImport, IconPlus, IconWallet } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useMayWrite, Writers } from '../../acts/may-write.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'

/** A ledger in which nothing is written yet. */
export function FirstSteps() {
  const { t } = useWords()
  const mayWrite = useMayWrite()
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={<IconWallet size={56} stroke={1.25} aria-hidden />}
      title={t('home.emptyTitle')}
      words={mayWrite ? t('home.emptyWords') : undefined}
      isPage
    >
      <Writers>
        <Button onPress={() => void navigate('/import')}>
          <IconFileImport size={18} aria-hidden />
          {t('home.bringFile')}
        </Button>
        <Button
          kind="primary"
          onPress={() => void navigate('/transactions?new=expense')}
        >
          <IconPlus size={18} aria-hidden />
          {t('home.addFirst')}
        </Button>
      </Writers>
    </EmptyState>
  )
}
