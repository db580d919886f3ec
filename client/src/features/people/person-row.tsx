import { IconDots, IconUser } from '@tabler/icons-react'
import { useMayWrite } from '../../acts/may-write.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useWords } from '../../words/words.ts'
import type { Asked } from './people-dialogs.tsx'
import type { Person } from './people.ts'
import styles from './people.module.css'

type PersonRowProps = {
  readonly person: Person
  /** Whoever looks may decide about others. */
  readonly isOwner: boolean
  readonly onAsk: (asked: Asked) => void
}

export function PersonRow({ person, isOwner, onAsk }: PersonRowProps) {
  const { t } = useWords()
  const acts = useActs()
  const mayWrite = useMayWrite()
  const { name, member, user, isMe, isGone } = person

  const about = [
    isMe ? t('people.me') : undefined,
    isGone
      ? t('people.gone')
      : user !== undefined && member !== undefined
        ? t('people.signsInAs', { name: user.name })
        : user !== undefined
          ? t('people.unnamed')
          : member?.user === undefined
            ? t('people.noSignIn')
            : undefined,
  ].filter(each => each !== undefined)

  // Owners decide about everybody but each other.
  const isBelow = isOwner && user !== undefined && user.role !== 'owner'
  const entries: MenuEntry[] = [
    ...(mayWrite
      ? [
          {
            id: 'person',
            name: t(member === undefined ? 'people.sayPerson' : 'common.edit'),
            onPress: () => onAsk({ ask: 'person', person }),
          },
        ]
      : []),
    ...(isBelow || (isOwner && isMe)
      ? [
          {
            id: 'role',
            name: t('people.changeRole'),
            onPress: () => onAsk({ ask: 'role', person }),
          },
        ]
      : []),
    ...(isBelow
      ? [
          {
            id: 'hand-over',
            name: t('people.handOver'),
            onPress: () => onAsk({ ask: 'hand-over', person }),
          },
          {
            id: 'remove',
            name: t('people.remove'),
            isDanger: true,
            onPress: () => onAsk({ ask: 'remove', person }),
          },
        ]
      : []),
    ...(mayWrite &&
    member !== undefined &&
    (member.user === undefined || isGone)
      ? [
          {
            id: 'delete',
            name: t('common.delete'),
            onPress: () =>
              void acts.save(
                [{ change: 'remove', target: { ids: [member._id] } }],
                t('people.deleted', { name }),
              ),
          },
        ]
      : []),
  ]

  return (
    <li className={styles['row']}>
      <span
        className={styles['face']}
        aria-hidden
        {...(member?.colour !== undefined && {
          style: { borderColor: member.colour },
        })}
      >
        {name.trim() === '' ? <IconUser size={18} /> : initial(name)}
      </span>
      <span className={styles['name']}>
        <strong dir="auto">{name}</strong>
        {about.length > 0 && <small dir="auto">{about.join(' · ')}</small>}
      </span>
      <span className={styles['role']}>
        {user !== undefined && t(`people.role_${user.role}`)}
      </span>
      {entries.length > 0 && (
        <Menu label={t('names.actionsOf', { name })} entries={entries}>
          <IconButton label={t('names.actionsOf', { name })}>
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu>
      )}
    </li>
  )
}

function initial(name: string): string {
  const first = name.trim().codePointAt(0) ?? 0
  return String.fromCodePoint(first).toLocaleUpperCase()
}
