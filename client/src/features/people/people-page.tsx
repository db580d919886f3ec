import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Writers } from '../../acts/may-write.tsx'
import { useView } from '../../data/hooks.tsx'
import { useSessionState } from '../../session/hooks.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { usePageCommands } from '../../ui/page-commands.ts'
import { Notice, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { EndCard } from './end-card.tsx'
import { InvitationsCard } from './invitations-card.tsx'
import { joinPeople } from './people.ts'
import styles from './people.module.css'
import { PeopleDialogs, type Asked } from './people-dialogs.tsx'
import { PersonRow } from './person-row.tsx'
import { usePeople } from './use-people.ts'

/** Who is in this ledger, what each may do in it, and who is invited. */
export default function PeoplePage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const session = useSessionState()
  const lookups = useView({ view: 'lookups' })
  const sync = useView({ view: 'sync' })
  const server = usePeople()
  const [asked, setAsked] = useState<Asked>()
  const isOwner = sync?.standing === 'owner' && server.users !== undefined
  usePageCommands(
    isOwner
      ? [
          {
            id: 'invite',
            name: t('people.invite'),
            icon: <IconUserPlus size={18} aria-hidden />,
            run: () => setAsked({ ask: 'invite' }),
          },
        ]
      : [],
  )
  if (lookups === undefined || sync === undefined) {
    return <Waiting label={t('common.loading')} />
  }
  const user = session.state === 'signed-out' ? undefined : session.user.id
  const people = joinPeople(lookups.members, server.users, {
    member: lookups.me,
    user,
  })
  const isUnnamed = people.some(
    each => each.isMe && each.user !== undefined && each.member === undefined,
  )
  return (
    <Page>
      <header className={styles['head']}>
        <h1>{t('people.title')}</h1>
        {isOwner && (
          <Button kind="primary" onPress={() => setAsked({ ask: 'invite' })}>
            <IconUserPlus size={18} aria-hidden />
            {t('people.invite')}
          </Button>
        )}
      </header>
      {sync.phase === 'local-only' && (
        <Notice
          actions={
            <Button onPress={() => void navigate('/settings')}>
              {t('shell.settings')}
            </Button>
          }
        >
          {t('people.notConnected')}
        </Notice>
      )}
      {server.failure !== undefined && <Notice>{server.failure}</Notice>}
      <Writers>{isUnnamed && <Notice>{t('people.sayWho')}</Notice>}</Writers>
      <Card>
        <ul className={styles['rows']}>
          {people.map(person => (
            <PersonRow
              key={person.id}
              person={person}
              isOwner={isOwner}
              onAsk={setAsked}
            />
          ))}
        </ul>
        <Writers>
          <div className={styles['foot']}>
            <Button onPress={() => setAsked({ ask: 'person' })}>
              {t('people.add')}
            </Button>
            <small>{t('people.addWords')}</small>
          </div>
        </Writers>
      </Card>
      {isOwner && (
        <InvitationsCard
          invitations={server.invitations}
          onChanged={server.look}
        />
      )}
      {server.users !== undefined && (
        <EndCard isOwner={isOwner} onAsk={setAsked} />
      )}
      {asked !== undefined && (
        <PeopleDialogs
          asked={asked}
          people={people}
          onChanged={server.look}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  )
}
