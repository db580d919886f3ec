import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import styles from './field.module.css'

type SegmentsProps<Id extends string> = {
  readonly label: string
  readonly value: Id
  readonly choices: readonly {
    readonly id: Id
    readonly name: string
    readonly icon?: ReactNode
  }[]
  readonly onChange: (id: Id) => void
}

/** One of two to four, all in sight. */
export function Segments<Id extends string>({
  label,
  value,
  choices,
  onChange,
}: SegmentsProps<Id>) {
  return (
    <RadioGroup
      className={styles['choices'] ?? ''}
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={id => {
        const chosen = choices.find(choice => choice.id === id)
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      {choices.map(choice => (
        <Radio
          key={choice.id}
          className={styles['choice'] ?? ''}
          value={choice.id}
        >
          {choice.icon}
          {choice.name}
        </Radio>
      ))}
    </RadioGroup>
  )
}
