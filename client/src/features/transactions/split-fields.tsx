import { IconArrowsJoin, IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { formatPercent } from '@ourmoney/shared/money/percent.ts'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'
import {
  readParts,
  splitWays,
  textWithRest,
  type ReadParts,
} from '@ourmoney/shared/transaction/read-parts.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useWords } from '../../words/words.ts'
import { issueWords } from './issue-words.ts'
import { PartRow } from './part-row.tsx'
import styles from './parts.module.css'
import {
  addPart,
  changePart,
  notSplitAnyMore,
  removePart,
  switchWay,
  type SplitText,
} from './split-draft.ts'
import type { Names } from './use-names.ts'

type SplitFieldsProps = {
  readonly split: SplitText
  readonly type: string
  /** What is split; `undefined` while it cannot be read. */
  readonly minor: number | undefined
  readonly currency: string
  readonly names: Names
  /** Of the parts, and of for whom they are. */
  readonly issues: readonly DraftIssue[]
  readonly onChange: (split: SplitText) => void
}

/** Parts of a transaction while they are typed, and what is left of it. */
export function SplitFields(props: SplitFieldsProps) {
  const { split, type, minor, currency, names, issues, onChange } = props
  const { t, locale } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const { way, parts } = split
  const context = { currency, locale, minor: minor ?? 0 }
  const read = readParts(parts, way, context)

  function focus(index: number, field: 'category' | 'amount') {
    const fields = list.current?.querySelectorAll<HTMLInputElement>(
      `[data-field="${field}"] input`,
    )
    fields?.[index]?.focus()
  }
  function add() {
    flushSync(() => onChange(addPart(split)))
    focus(parts.length, 'category')
  }
  function remove(index: number) {
    if (parts.length <= 2 && index === parts.length - 1) {
      return onChange(notSplitAnyMore(split))
    }
    flushSync(() => onChange(removePart(split, index)))
    focus(Math.max(0, index - 1), 'amount')
  }
  function putRest(index: number) {
    const amount = textWithRest(parts, index, way, context)
    if (amount !== undefined) onChange(changePart(split, index, { amount }))
  }

  /** Takes the rest, goes on to the next part, or makes one; false when all is done. */
  function goOn(index: number): boolean {
    const isWaiting = minor !== undefined && read.left !== 0 && !read.isOver
    if (isWaiting && parts[index]?.amount.trim() === '') putRest(index)
    else if (index < parts.length - 1) focus(index + 1, 'category')
    else if (isWaiting) add()
    else return false
    return true
  }

  return (
    <fieldset className={styles['split']} data-wide>
      <legend className="visually-hidden">{t('splits.split')}</legend>
      <div className={styles['splitHead']}>
        <Segments
          label={t('splits.way')}
          value={way}
          choices={splitWays.map(id => ({ id, name: t(`splits.by_${id}`) }))}
          onChange={next => onChange(switchWay(split, next, context))}
        />
        <IconButton
          label={t('splits.dont')}
          onPress={() => onChange(notSplitAnyMore(split))}
        >
          <IconArrowsJoin size={18} aria-hidden />
        </IconButton>
      </div>
      <ol className={styles['rows']} ref={list}>
        {parts.map((part, index) => (
          <PartRow
            key={part.key}
            part={part}
            number={index + 1}
            way={way}
            type={type}
            minor={read.minors[index] ?? 0}
            canTakeRest={minor !== undefined && read.left !== 0}
            currency={currency}
            names={names}
            issues={issues.filter(
              issue => issue.part === index && !isOfTheSum(issue),
            )}
            onChange={change => onChange(changePart(split, index, change))}
            onRest={() => putRest(index)}
            onRemove={() => remove(index)}
            onEnter={() => goOn(index)}
          />
        ))}
      </ol>
      <div className={styles['splitFoot']}>
        <Button kind="plain" onPress={add}>
          <IconPlus size={18} aria-hidden />
          {t('splits.add')}
        </Button>
        {minor !== undefined && (
          <Left
            read={read}
            isPercent={way === 'percent'}
            currency={currency}
            issue={issues.find(isOfTheSum)}
          />
        )}
      </div>
    </fieldset>
  )
}

function isOfTheSum({ code }: DraftIssue): boolean {
  return /^(parts|percent)-(left|over)$/.test(code)
}

type LeftProps = {
  readonly read: ReadParts
  readonly isPercent: boolean
  readonly currency: string
  readonly issue: DraftIssue | undefined
}

/** What no part has yet, as it is typed. */
function Left({ read, isPercent, currency, issue }: LeftProps) {
  const { t, locale } = useWords()
  const left = Math.abs(read.left)
  const amount = isPercent
    ? formatPercent(left, locale)
    : formatMoney(left, currency, locale)
  return (
    <output
      className={`${styles['left']} ${read.isOver || issue !== undefined ? styles['over'] : ''}`}
    >
      {issue !== undefined ? (
        issueWords(issue, currency, t, locale)
      ) : read.left === 0 ? (
        <>
          <IconCircleCheck size={16} aria-hidden />
          {t('splits.nothingLeft')}
        </>
      ) : (
        t(read.isOver ? 'splits.tooMuch' : 'splits.left', { amount })
      )}
    </output>
  )
}
