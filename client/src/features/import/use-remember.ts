import { useState } from 'react'
import {
  profileFields,
  readProfile,
} from '@ourmoney/shared/statement/profile.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useView } from '../../data/hooks.tsx'
import type { StatementLooked } from '../../data/statements.ts'
import type { Places } from './file-accounts.ts'

/** Keeps how files of this kind are read, for everybody in the ledger. */
export function useRemember(looked: StatementLooked, fileName: string) {
  const acts = useActs()
  const known = looked.profile
  const doc = useView({ view: 'record', id: known?.id ?? '' })?.doc
  const [isOn, setOn] = useState(true)
  const [name, setName] = useState<string>()
  const called =
    name ?? known?.name ?? looked.accounts[0]?.name ?? plainName(fileName)

  /** The profile that there is then; nothing where it could not be written, which was said. */
  async function save(
    places: Places,
  ): Promise<{ readonly profile: StatementLooked['profile'] } | undefined> {
    const title = called.trim().slice(0, 120)
    if (!isOn || title === '') return { profile: known }
    const before = doc?.kind === 'importProfile' ? readProfile(doc) : undefined
    const fields = profileFields(title, looked, places, before)
    const receipt = await acts.save([
      known === undefined
        ? { change: 'create', doc: { kind: 'importProfile', ...fields } }
        : { change: 'edit', target: { ids: [known.id] }, set: fields },
    ])
    if (receipt === undefined) return undefined
    const id = known?.id ?? receipt.ids[0]
    return { profile: id === undefined ? undefined : { id, name: title } }
  }

  return { isOn, setOn, name: called, setName, save }
}

export type Remember = ReturnType<typeof useRemember>

/** What stays of a file's name from month to month: without its ending and its numbers. */
function plainName(fileName: string): string {
  const stem = fileName.replace(/\.[a-z0-9]{1,5}$/i, '')
  return stem.replace(/[\d_.-]+/g, ' ').trim() || stem
}
