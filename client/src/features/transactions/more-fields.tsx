import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { DraftIssue } from '@ourmoney/shared/transaction/parse-draft.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.ts'
import { noPayee, type Draft } from './draft.ts'
import { ForWhomField } from './for-whom-field.tsx'
import { AccountField, MemberField, PayeeField } from './form-fields.tsx'
import { issueWords } from './issue-words.ts'
import { writeSplitText, type SplitText } from './split-draft.ts'
import styles from './transactions.module.css'
import type { Names } from './use-names.ts'

type MoreFieldsProps = {
  readonly isOpen: boolean
  readonly draft: Draft
  /** Chosen or suggested. */
  readonly payee: string
  readonly split: SplitText
  readonly minor: number | undefined
  readonly currency: string
  readonly names: Names
  readonly issues: readonly DraftIssue[]
  readonly onOpen: (isOpen: boolean) => void
  readonly onChange: (change: Partial<Draft>) => void
}

/** What is seldom typed, behind a button. */
export function MoreFields(props: MoreFieldsProps) {
  const { isOpen, draft, split, names, currency, issues, onChange } = props
  const { t, locale } = useWords()
  const isTransfer = draft.type === 'transfer'
  const issueOf = (field: keyof Draft) => {
    const found = issues.find(issue => issue.field === field)
    return found && issueWords(found, currency, t, locale)
  }
  return (
    <>
      {isOpen && (
        <>
          {!isTransfer && (
            <PayeeField
              value={props.payee}
              names={names}
              onChange={id => onChange({ payee: id ?? noPayee })}
            />
          )}
          <div className={styles['pair']}>
            {!isTransfer && (
              <AccountField
                label={t('common.account')}
                value={draft.account}
                names={names}
                issue={issueOf('account')}
                onChange={account => onChange({ account })}
              />
            )}
            <MemberField
              value={draft.member}
              names={names}
              issue={issueOf('member')}
              onChange={id => onChange({ member: id ?? '' })}
            />
          </div>
          {!isTransfer && (
            <ForWhomField
              forWhom={split.forWhom}
              minor={props.minor}
              currency={currency}
              names={names}
              issues={issues.filter(isOfShares)}
              otherwise={t('splits.everybody')}
              onChange={forWhom =>
                onChange({ split: writeSplitText({ ...split, forWhom }) })
              }
            />
          )}
          <TextField
            label={t('common.tags')}
            note={t('transactions.tagsNote')}
            value={draft.tags}
            onChange={tags => onChange({ tags })}
            issue={issueOf('tags')}
          />
          <TextField
            label={t('common.notes')}
            value={draft.notes}
            onChange={notes => onChange({ notes })}
            issue={issueOf('notes')}
            isMultiline
          />
        </>
      )}
      <div className={styles['more']}>
        <Button kind="plain" onPress={() => props.onOpen(!isOpen)}>
          {isOpen ? (
            <IconChevronUp size={18} aria-hidden />
          ) : (
            <IconChevronDown size={18} aria-hidden />
          )}
          {isOpen
            ? t('common.less')
            : t(
                isTransfer ? 'transfers.moreFields' : 'transactions.moreFields',
              )}
        </Button>
      </div>
    </>
  )
}

/** About for whom the whole was; parts have their own. */
export function isOfShares({ field, part }: DraftIssue): boolean {
  return field === 'forWhom' && part === undefined
}
