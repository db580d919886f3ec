import { IconArrowsSplit } from '@tabler/icons-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.ts'
import type { Draft } from './draft.ts'
import { CategoryField } from './form-fields.tsx'
import { issueWords } from './issue-words.ts'
import styles from './parts.module.css'
import { beginSplit, writeSplitText, type SplitText } from './split-draft.ts'
import { SplitFields } from './split-fields.tsx'
import { TransferFields } from './transfer-fields.tsx'
import type { Names } from './use-names.ts'

type WhatFieldsProps = {
  readonly draft: Draft
  /** Chosen or suggested. */
  readonly category: string
  readonly split: SplitText
  readonly minor: number | undefined
  readonly currency: string
  readonly toCurrency: string
  readonly names: Names
  readonly issues: readonly DraftIssue[]
  readonly onChange: (change: Partial<Draft>) => void
}

/** What the money was for: a category, several in parts, or another account. */
export function WhatFields(props: WhatFieldsProps) {
  const { draft, category, split, names, currency, issues, onChange } = props
  const { t, locale } = useWords()
  const within = useRef<HTMLDivElement>(null)

  function change(next: SplitText) {
    onChange({ split: writeSplitText(next) })
  }
  function start() {
    flushSync(() => change(beginSplit(split, category)))
    within.current
      ?.querySelector<HTMLInputElement>('[data-field="amount"] input')
      ?.focus()
  }

  const issueOf = (field: keyof Draft) => {
    const found = issues.find(issue => issue.field === field)
    return found && issueWords(found, currency, t, locale)
  }

  if (draft.type === 'transfer') {
    return (
      <TransferFields
        draft={draft}
        minor={props.minor}
        names={names}
        currency={currency}
        toCurrency={props.toCurrency}
        issueOf={issueOf}
        onChange={onChange}
      />
    )
  }
  return (
    <div ref={within}>
      {split.parts.length > 0 ? (
        <SplitFields
          split={split}
          type={draft.type}
          minor={props.minor}
          currency={currency}
          names={names}
          issues={issues}
          onChange={change}
        />
      ) : (
        <div className={styles['one']}>
          <CategoryField
            type={draft.type}
            value={category}
            names={names}
            issue={issueOf('category')}
            onChange={id => onChange({ category: id ?? '' })}
          />
          <Button kind="plain" onPress={start}>
            <IconArrowsSplit size={18} aria-hidden />
            {t('splits.split')}
          </Button>
        </div>
      )}
    </div>
  )
}
