import { roles, type Role } from '@ourmoney/shared/identity/api.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { useWords } from '../../words/words.ts'

type RoleFieldProps = {
  readonly value: Role
  readonly onChange: (role: Role) => void
}

/** One of the roles, and what it lets somebody do. */
export function RoleField({ value, onChange }: RoleFieldProps) {
  const { t } = useWords()
  return (
    <ChoiceField
      label={t('people.role')}
      value={value}
      choices={roles.map(id => ({ id, name: t(`people.role_${id}`) }))}
      onChange={id => {
        const role = roles.find(each => each === id)
        if (role !== undefined) onChange(role)
      }}
      note={t(`people.can_${value}`)}
    />
  )
}
