import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Card } from '../../ui/page.tsx'
import { useWords } from '../../words/words.ts'
import { actsOn, type ServerUser, type UserAct } from './user-acts.ts'
import { UserDialog } from './user-dialog.tsx'
import styles from './server.module.css'

type UsersCardProps = {
  readonly users: readonly ServerUser[] | undefined
  readonly me: string
  readonly onChanged: () => void
}

export function UsersCard({ users, me, onChanged }: UsersCardProps) {
  const { t, locale } = useWords()
  const [asked, setAsked] = useState<{ user: ServerUser; act: UserAct }>()
  const ordered = users?.toSorted((a, b) =>
    a.name.localeCompare(b.name, locale),
  )

  return (
    <Card title={t('server.users')}>
      {ordered === undefined && <div className={styles['blank']} />}
      <ul className={styles['rows']}>
        {ordered?.map(user => {
          const { id, name } = user
          const about = [
            id === me && t('server.you'),
            user.admin && t('server.admin'),
            user.disabled && t('server.disabled'),
            user.sessions > 0 && t('server.devices', { count: user.sessions }),
          ].filter(each => each !== false)
          const label = t('names.actionsOf', { name })
          return (
            <li key={id}>
              <span>
                <strong dir="auto">{name}</strong>
                <small>{about.join(' · ')}</small>
              </span>
              <Menu
                label={label}
                entries={actsOn(user, me).map(act => ({
                  id: act,
                  name: t(`server.${act}`),
                  isDanger: act === 'disable',
                  onPress: () => setAsked({ user, act }),
                }))}
              >
                <IconButton label={label}>
                  <IconDots size={20} aria-hidden />
                </IconButton>
              </Menu>
            </li>
          )
        })}
      </ul>
      {asked !== undefined && (
        <UserDialog
          {...asked}
          onChanged={onChanged}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  )
}
