import {
  IconBuildingStore,
  IconCategory,
  IconHash,
  IconStar,
  IconTemplate,
  IconUser,
  IconWallet,
} from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { filterToSearch } from '@ourmoney/shared/transaction/filter.ts'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { useWords } from '../../words/words.ts'
import type { Command } from './command.ts'

/** Saved filters, templates, categories, payees, tags, members and accounts: each opens the list of its transactions. */
export function useThingCommands(): readonly Command[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const lookups = useView({ view: 'lookups' })
  const list = (search: string) => () =>
    void navigate(`/transactions?${search}`)
  return [
    ...(lookups?.savedFilters ?? []).map(({ _id, name, query }) => ({
      id: _id,
      name: t('shell.filterAs', { name }),
      icon: <IconStar size={18} aria-hidden />,
      run: list(query),
    })),
    ...(mayWrite ? (lookups?.templates ?? []) : []).map(({ _id, name }) => ({
      id: _id,
      name: t('capture.templateAs', { name }),
      icon: <IconTemplate size={18} aria-hidden />,
      run: () =>
        void navigate('/transactions?new=expense', {
          state: { template: _id },
        }),
    })),
    ...categoryChoices(lookups?.categories ?? []).map(
      ({ id, name, below }) => ({
        id,
        name: t('shell.categoryAs', {
          name: below === undefined ? name : `${below} · ${name}`,
        }),
        icon: <IconCategory size={18} aria-hidden />,
        run: list(filterToSearch({ categories: [id] })),
      }),
    ),
    ...(lookups?.payees ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('names.payeeAs', { name }),
      icon: <IconBuildingStore size={18} aria-hidden />,
      run: list(filterToSearch({ payees: [_id] })),
    })),
    ...(lookups?.tags ?? []).map(tag => ({
      id: `#${tag}`,
      name: t('names.tagAs', { name: tag }),
      icon: <IconHash size={18} aria-hidden />,
      run: list(filterToSearch({ tags: [tag] })),
    })),
    ...(lookups?.members ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('shell.memberAs', { name }),
      icon: <IconUser size={18} aria-hidden />,
      run: list(filterToSearch({ members: [_id] })),
    })),
    ...(lookups?.accounts ?? []).map(({ _id, name }) => ({
      id: _id,
      name: t('shell.accountAs', { name }),
      icon: <IconWallet size={18} aria-hidden />,
      run: () => void navigate(`/accounts/${_id}`),
    })),
  ]
}
