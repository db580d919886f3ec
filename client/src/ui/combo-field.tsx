import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useContext, useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { Choice } from './choice-field.tsx'
import styles from './field.module.css'
import { FieldNotes, labelLook } from './text-field.tsx'

type ComboFieldProps = {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  readonly onChange: (id: string | undefined) => void
  /** Makes a new one of what was typed; `create` is the sentence that offers it. */
  readonly onCreate?: ((name: string) => void) | undefined
  readonly create?: ((name: string) => string) | undefined
  readonly placeholder?: string | undefined
  /** Only read out: what stands around it says it. */
  readonly hasHiddenLabel?: boolean | undefined
  readonly issue?: string | undefined
  readonly autoFocus?: boolean | undefined
}

const newId = '+new'

/** One of many, found by typing; what is not there yet can be made in place. */
export function ComboField({
  label,
  value,
  choices,
  onChange,
  onCreate,
  create,
  placeholder,
  hasHiddenLabel = false,
  issue,
  autoFocus = false,
}: ComboFieldProps) {
  const chosen = choices.find(choice => choice.id === value)?.name ?? ''
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const text = typed ?? chosen
  const wanted = fold(text)
  const isFiltering = typed !== undefined && wanted !== ''
  const found = isFiltering
    ? choices.filter(choice => fold(choice.name).includes(wanted))
    : choices
  const isNew =
    isFiltering && choices.every(choice => fold(choice.name) !== wanted)
  const items: readonly Choice[] =
    isNew && create !== undefined
      ? [
          ...found,
          {
            id: newId,
            name: create(text.trim()),
            icon: <IconPlus size={16} aria-hidden />,
          },
        ]
      : found

  function choose(id: string | number | null) {
    setTyped(undefined)
    if (id === newId) onCreate?.(text.trim())
    else if (id !== null) onChange(String(id))
    // A text that is nothing's name leaves what was chosen.
    else if (text === '') onChange(undefined)
  }

  return (
    <ComboBox
      className={styles['field'] ?? ''}
      items={items}
      inputValue={text}
      value={value ?? null}
      onInputChange={next => setTyped(next === chosen ? undefined : next)}
      onChange={choose}
      onBlur={() => {
        if (typed === '') onChange(undefined)
        setTyped(undefined)
      }}
      menuTrigger="focus"
      autoFocus={autoFocus}
      allowsEmptyCollection
      allowsCustomValue
      isInvalid={issue !== undefined}
      // The list is filtered here, accents aside.
      defaultFilter={() => true}
    >
      <Label className={labelLook(hasHiddenLabel)}>{label}</Label>
      <Group className={styles['box'] ?? ''}>
        <TypedInput
          placeholder={placeholder ?? ''}
          onTaken={
            isFiltering && items[0] && (() => choose(items[0]?.id ?? null))
          }
        />
        <Button className={styles['opener'] ?? ''}>
          <IconChevronDown size={16} aria-hidden />
        </Button>
      </Group>
      <FieldNotes issue={issue} />
      <FirstMatch typed={isFiltering ? text : ''} />
      <Popover className={styles['popover'] ?? ''} maxHeight={320}>
        <ListBox
          className={styles['options'] ?? ''}
          dependencies={[isFiltering]}
        >
          {(choice: Choice) => (
            <ListBoxItem
              className={`${styles['option']} ${choice.below !== undefined && !isFiltering ? styles['below'] : ''}`}
              id={choice.id}
              textValue={choice.name}
            >
              {choice.icon}
              <span dir="auto">{choice.name}</span>
              {/* What it stands below may not be among those that were found. */}
              {choice.below !== undefined && isFiltering && (
                <small dir="auto">{choice.below}</small>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

type TypedInputProps = {
  readonly placeholder: string
  /** Takes the first match, where there is one. */
  readonly onTaken: (() => void) | false | undefined
}

/** Enter takes the first match also where it comes before the list has marked it. */
function TypedInput({ placeholder, onTaken }: TypedInputProps) {
  const state = useContext(ComboBoxStateContext)
  return (
    <Input
      className={styles['input'] ?? ''}
      placeholder={placeholder}
      dir="auto"
      onKeyDown={event => {
        const isMarked = state?.selectionManager.focusedKey != null
        // An Enter that ends a word of an input method is no choice.
        const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing
        if (!isEnter || isMarked || !onTaken) return
        event.preventDefault()
        onTaken()
        state?.close()
      }}
    />
  )
}

/** Typing marks the first match, so that Enter and Tab take it. */
function FirstMatch({ typed }: { readonly typed: string }) {
  const state = useContext(ComboBoxStateContext)
  useEffect(() => {
    function mark() {
      if (typed === '' || state === null || !state.isOpen) return
      const { collection, selectionManager } = state
      const first = collection.getFirstKey()
      if (first !== null && selectionManager.focusedKey === null) {
        selectionManager.setFocusedKey(first)
      }
    }
    mark()
    // The list takes the mark away again when all of it has changed.
    const timer = setTimeout(mark, 0)
    return () => clearTimeout(timer)
  }, [typed, state])
  return null
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
}
