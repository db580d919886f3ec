import { useState } from 'react'
import { foldText } from '@ourmoney/shared/transaction/filter.ts'
import { useWords } from '../../words/words.ts'

type Named = { readonly _id: string; readonly name: string }

const longest = 120

/** A name that is being written and that no other of its kind may have. */
export function useNewName(of: Named | undefined, others: readonly Named[]) {
  const { t } = useWords()
  const [typed, setTyped] = useState(of?.name ?? '')
  const [isTried, setTried] = useState(false)
  const name = typed.trim()
  const isTaken = others.some(
    each => each._id !== of?._id && foldText(each.name) === foldText(name),
  )
  const issue =
    name === ''
      ? t('names.needsName')
      : isTaken
        ? t('names.nameTaken')
        : undefined
  return {
    field: {
      label: t('names.name'),
      value: typed,
      onChange: setTyped,
      issue: isTried ? issue : undefined,
    },
    /** Nothing where it cannot be kept; the field says why from then on. */
    read: (): string | undefined => {
      setTried(true)
      return issue === undefined ? name.slice(0, longest) : undefined
    },
  }
}
