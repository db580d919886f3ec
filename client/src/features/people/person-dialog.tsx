import { useState } from 'react'
import { useActs } from '../../acts/use-acts.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import type { Person } from './people.ts'

type PersonDialogProps = {
  /** Without one: somebody new. */
  readonly person: Person | undefined
  readonly people: readonly Person[]
  readonly onClose: () => void
}

const nobody = 'nobody'

/** A person's name, and which sign-in is theirs; or which person a sign-in is. */
export default function PersonDialog(props: PersonDialogProps) {
  const { person, people, onClose } = props
  const { t } = useWords()
  const acts = useActs()
  const [name, setName] = useState(person?.name ?? '')
  const [member, setMember] = useState(person?.member?._id)
  const [user, setUser] = useState(person?.user?.user ?? person?.member?.user)
  const [wasTried, setTried] = useState(false)
  const [failure, setFailure] = useState<string>()
  const isForSignIn = person?.user !== undefined && person.member === undefined
  const free = people.filter(each => each.member?.user === undefined)
  const issue = name.trim() === '' ? t('start.needsName') : undefined

  async function save() {
    setTried(true)
    if (issue !== undefined) return
    const set = { name: name.trim(), user }
    const receipt = await acts.save(
      [
        member === undefined
          ? { change: 'create', doc: { kind: 'member', ...set } }
          : { change: 'edit', target: { ids: [member] }, set },
      ],
      t('common.saved'),
      setFailure,
    )
    if (receipt !== undefined) onClose()
  }

  function choose(id: string) {
    const chosen = free.find(each => each.member?._id === id)
    setMember(chosen?.member?._id)
    setName(chosen?.name ?? person?.name ?? '')
  }

  return (
    <Dialog
      title={person === undefined ? t('people.add') : t('people.edit', person)}
      closeLabel={t('common.close')}
      isOpen
      onClose={onClose}
    >
      <DialogForm onSubmit={() => void save()}>
        {isForSignIn && (
          <ChoiceField
            label={t('people.whoIs', { name: person.user?.name ?? '' })}
            value={member ?? nobody}
            choices={[
              { id: nobody, name: t('people.somebodyNew') },
              ...free.flatMap(each =>
                each.member === undefined
                  ? []
                  : [{ id: each.member._id, name: each.name }],
              ),
            ]}
            onChange={choose}
          />
        )}
        <TextField
          label={t('signIn.name')}
          value={name}
          onChange={setName}
          issue={wasTried ? issue : undefined}
          note={t('start.yourNameNote')}
          autoFocus
        />
        {!isForSignIn && (
          <SignInField
            value={user}
            person={person}
            people={people}
            onChange={setUser}
          />
        )}
        {failure !== undefined && <Notice isBad>{failure}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('common.save')}
          </Button>
        </DialogActions>
      </DialogForm>
    </Dialog>
  )
}

type SignInFieldProps = Pick<PersonDialogProps, 'person' | 'people'> & {
  readonly value: string | undefined
  readonly onChange: (user: string | undefined) => void
}

/** The sign-ins that are nobody's yet; nothing where there are none to choose from. */
function SignInField({ value, person, people, onChange }: SignInFieldProps) {
  const { t } = useWords()
  const users = people.flatMap(each =>
    each.user !== undefined &&
    (each.member === undefined || each.id === person?.id)
      ? [{ id: each.user.user, name: each.user.name }]
      : [],
  )
  if (users.length === 0) return null
  return (
    <ChoiceField
      label={t('people.signIn')}
      value={value ?? nobody}
      choices={[{ id: nobody, name: t('people.noSignIn') }, ...users]}
      onChange={id => onChange(id === nobody ? undefined : id)}
    />
  )
}
