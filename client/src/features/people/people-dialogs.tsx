import { Suspense } from 'react'
import { later } from '../../ui/later.tsx'
import type { Person } from './people.ts'

const DeleteLedger = later(() => import('./delete-ledger.tsx'))
const HandOver = later(() => import('./hand-over.tsx'))
const InviteDialog = later(() => import('./invite-dialog.tsx'))
const PersonDialog = later(() => import('./person-dialog.tsx'))
const RemoveDialog = later(() => import('./remove-dialog.tsx'))
const RoleDialog = later(() => import('./role-dialog.tsx'))

/** What somebody wants to do on the page of people. */
export type Asked =
  | { readonly ask: 'invite' | 'leave' | 'delete' }
  /** Without one: somebody new. */
  | { readonly ask: 'person'; readonly person?: Person }
  | {
      readonly ask: 'role' | 'hand-over' | 'remove'
      readonly person: Person
    }

type PeopleDialogsProps = {
  readonly asked: Asked
  readonly people: readonly Person[]
  /** The server knows something new. */
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}

export function PeopleDialogs(props: PeopleDialogsProps) {
  return (
    <Suspense>
      <Shown {...props} />
    </Suspense>
  )
}

function Shown({ asked, people, onChanged, onClose }: PeopleDialogsProps) {
  const ends = { onChanged, onClose }
  switch (asked.ask) {
    case 'invite':
      return <InviteDialog {...ends} />
    case 'leave':
      return <RemoveDialog {...ends} />
    case 'delete':
      return <DeleteLedger onClose={onClose} />
    case 'person':
      return (
        <PersonDialog person={asked.person} people={people} onClose={onClose} />
      )
    case 'role':
      return <RoleDialog person={asked.person} {...ends} />
    case 'hand-over':
      return <HandOver person={asked.person} {...ends} />
    case 'remove':
      return <RemoveDialog person={asked.person} {...ends} />
  }
}
