import { useState } from 'react'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { takeTags } from '@ourmoney/shared/transaction/take-tags.ts'
import { useView } from '../../data/hooks.tsx'
import { Chip } from '../../ui/chip.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import type { Draft } from './draft.ts'
import styles from './transactions.module.css'

type DescriptionFieldProps = {
  readonly draft: Draft
  /** Name of the one that would be saved with it. */
  readonly payee: string | undefined
  /** Tags of the ledger. */
  readonly tags: readonly string[]
  readonly issue: string | undefined
  readonly onChange: (text: string) => void
}

const mostOffered = 4

/** A tag on its way, at the end of the text. */
const begun = /(^|\s)#(\p{L}\S*)?$/u

/** What it was for; descriptions and tags that were used before are offered. */
export function DescriptionField(props: DescriptionFieldProps) {
  const { draft, payee, tags, issue, onChange } = props
  const { t } = useWords()
  const { description } = draft
  const taken = takeTags(description)
  const answer = useView({
    view: 'suggestion',
    description: taken.text,
    type: draft.type === 'income' ? 'income' : 'expense',
  })
  const [isTyping, setTyping] = useState(false)
  const tag = begun.exec(description)
  const offered =
    tag === null
      ? (answer?.descriptions ?? [])
          .filter(each => each !== taken.text)
          .map(each => ({
            words: each,
            next: [each, ...taken.tags.map(own => `#${own}`)].join(' '),
          }))
      : tags
          .filter(
            each =>
              foldText(each).startsWith(foldText(tag[2] ?? '')) &&
              each !== tag[2],
          )
          .map(each => ({
            words: `#${each}`,
            next: `${description.replace(begun, '$1')}#${each} `,
          }))
  const understood = [
    ...(payee === undefined ? [] : [t('names.payeeAs', { name: payee })]),
    ...taken.tags.map(name => t('names.tagAs', { name })),
  ]
  return (
    <>
      <TextField
        label={t('common.description')}
        placeholder={t('transactions.whatWasIt')}
        value={description}
        onChange={text => {
          setTyping(true)
          onChange(text)
        }}
        issue={issue}
        note={understood.length > 0 ? understood.join(' · ') : undefined}
      />
      {isTyping && description.length > 1 && (
        <div className={styles['suggestions']}>
          {offered.slice(0, mostOffered).map(({ words, next }) => (
            <Chip
              key={words}
              onPress={() => {
                setTyping(tag !== null)
                onChange(next)
              }}
            >
              {words}
            </Chip>
          ))}
        </div>
      )}
    </>
  )
}
