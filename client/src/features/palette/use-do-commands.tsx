import { IconMoon, IconRefresh, IconSun } from '@tabler/icons-react'
import { useLedger } from '../../data/hooks.tsx'
import { chooseTheme } from '../../platform/theme.ts'
import { useWords } from '../../words/words.ts'
import type { Command } from './command.ts'

/** What is done where one is. */
export function useDoCommands(): readonly Command[] {
  const { t } = useWords()
  const ledger = useLedger()
  return [
    {
      id: 'sync',
      name: t('shell.syncNow'),
      icon: <IconRefresh size={18} aria-hidden />,
      run: () => void ledger.syncNow(),
    },
    {
      id: 'dark',
      name: t('shell.darkTheme'),
      icon: <IconMoon size={18} aria-hidden />,
      run: () => chooseTheme('dark'),
    },
    {
      id: 'light',
      name: t('shell.lightTheme'),
      icon: <IconSun size={18} aria-hidden />,
      run: () => chooseTheme('light'),
    },
    {
      id: 'system',
      name: t('shell.systemTheme'),
      icon: <IconSun size={18} aria-hidden />,
      run: () => chooseTheme('system'),
    },
  ]
}
