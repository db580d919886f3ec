import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import styles from './field.module.css'
import { FieldNotes } from './text-field.tsx'

export type Choice = {
  readonly id: string
  readonly name: string
  readonly icon?: ReactNode
  /** The name of the one that it stands below. */
  readonly below?: string | undefined
}

type ChoiceFieldProps = {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  readonly onChange: (id: string) => void
  readonly placeholder?: string | undefined
  readonly issue?: string | undefined
  readonly note?: ReactNode
}

/** One of a few. For many, and for making new ones, see ComboField. */
export function ChoiceField({
  label,
  value,
  choices,
  onChange,
  placeholder,
  issue,
  note,
}: ChoiceFieldProps) {
  // Making all of them for a list that nobody opens is most of what a form costs.
  const [isReached, setReached] = useState(false)
  const reach = () => setReached(true)
  return (
    <Select
      className={styles['field'] ?? ''}
      value={value ?? null}
      onChange={id => onChange(String(id))}
      onOpenChange={reach}
      isInvalid={issue !== undefined}
      {...(placeholder !== undefined && { placeholder })}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Button
        className={styles['box'] ?? ''}
        onFocus={reach}
        onHoverStart={reach}
        onPressStart={reach}
      >
        <SelectValue className={styles['value'] ?? ''} />
        <IconChevronDown size={16} aria-hidden />
      </Button>
      <FieldNotes issue={issue} note={note} />
      <Popover className={styles['popover'] ?? ''} maxHeight={320}>
        <ListBox
          className={styles['options'] ?? ''}
          items={isReached ? choices : shownOf(choices, value)}
        >
          {choice => (
            <ListBoxItem
              className={styles['option'] ?? ''}
              id={choice.id}
              textValue={choice.name}
            >
              {({ isSelected }) => (
                <>
                  {choice.icon}
                  <span dir="auto">{choice.name}</span>
                  {isSelected && <IconCheck size={16} aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** What the closed field shows; one of them at least, or it would not open. */
function shownOf(
  choices: readonly Choice[],
  value: string | undefined,
): readonly Choice[] {
  const chosen = choices.find(({ id }) => id === value)
  return chosen === undefined ? choices.slice(0, 1) : [chosen]
}
