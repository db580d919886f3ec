import { useMemo, useRef, useState } from 'react'
import type { GivenForm } from '@ourmoney/shared/capture/given-form.ts'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import {
  parseDraft,
  type DraftIssue,
  type TransactionFields,
} from '@ourmoney/shared/transaction/parse-draft.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { useActs } from '../../acts/use-acts.ts'
import type { NewDoc } from '../../data/changes.ts'
import { dropDraft, keepDraft, readDraft } from '../../platform/keep-draft.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Notice } from '../../ui/states.tsx'
import { useWords } from '../../words/words.ts'
import { computedOf } from './computed-amount.ts'
import type { Draft } from './draft.ts'
import { DescriptionField } from './description-field.tsx'
import { FillChips } from './fill-chips.tsx'
import { issueWords } from './issue-words.ts'
import { isOfShares, MoreFields } from './more-fields.tsx'
import { RateLine } from './rate-line.tsx'
import { ReceiptFiles } from './receipt-files.tsx'
import { readSplitText } from './split-draft.ts'
import styles from './transactions.module.css'
import { useFormRate } from './use-form-rate.ts'
import type { Names } from './use-names.ts'
import { chosenPayee, useSuggested } from './use-suggested.ts'
import { useReceiptActs } from './use-receipt-acts.ts'
import { WhatFields } from './what-fields.tsx'

/** Milliseconds after which the buttons show that it is being saved. */
const patience = 200

type TransactionFormProps = {
  /** Under this name what is typed is kept until it is saved. */
  readonly form: string
  readonly empty: Draft
  readonly edits?: TransactionDoc | undefined
  /** What a new one begins with, and what is wrong about that. */
  readonly given?: GivenForm | undefined
  /** Opened to photograph a receipt. */
  readonly isScan?: boolean | undefined
  readonly names: Names
  readonly onSaved?: (() => void) | undefined
  readonly onClose: () => void
}

export function TransactionForm({
  form,
  empty,
  edits,
  given,
  isScan = false,
  names,
  onSaved,
  onClose,
}: TransactionFormProps) {
  const { t, locale } = useWords()
  const acts = useActs()
  const [draft, setDraft] = useState(() =>
    readDraft(form, { ...empty, ...given?.fields }),
  )
  const [issues, setIssues] = useState<readonly DraftIssue[]>(
    given?.issues ?? [],
  )
  const [failure, setFailure] = useState<string>()
  const saving = useRef(false)
  const [isSlow, setSlow] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const { attach } = useReceiptActs()
  const [isMore, setMore] = useState(
    Boolean(edits?.notes || edits?.tags?.length || edits?.shareMode) ||
      edits?.payee !== undefined ||
      Boolean(given?.fields.notes || given?.fields.tags) ||
      given?.issues.some(
        issue => isHidden(issue) || issue.field === 'account',
      ) === true,
  )
  const amountRef = useRef<HTMLInputElement>(null)
  const currency = currencyOf(draft.account, edits, names)
  const toCurrency = names.currencyOf(draft.toAccount)
  const split = useMemo(() => readSplitText(draft.split), [draft.split])
  const amount = parseAmount(draft.amount, { currency, locale })
  const minor = amount.ok && amount.value !== 0 ? amount.value : undefined
  const rate = useFormRate(
    { type: asType(draft.type), currency, date: draft.date },
    names.currency,
    edits,
  )
  const suggested = useSuggested(draft, edits === undefined, names)
  const payee = chosenPayee(draft, suggested.payee)

  function changeAll(changed: Partial<Draft>) {
    setDraft(now => {
      const next = { ...now, ...changed }
      keepDraft(form, next)
      return next
    })
    setIssues(issues.filter(({ field }) => !(fieldOf(field) in changed)))
  }
  function change(field: keyof Draft, value: string) {
    changeAll({ [field]: value })
  }

  function fill(fields: Partial<Draft>) {
    changeAll(fields)
    // Enter saves it, or another amount is typed over.
    amountRef.current?.focus()
    amountRef.current?.select()
  }

  const issueOf = (field: keyof Draft) => {
    const found = issues.find(issue => issue.field === field)
    return found && issueWords(found, currency, t, locale)
  }

  async function save(wantsNext: boolean) {
    const { way: splitWay, ...typed } = split
    const parsed = parseDraft(
      {
        ...draft,
        category: draft.category || suggested.category,
        payee,
        splitWay,
        ...typed,
      },
      { currency, toCurrency, locale, tags: names.lookups?.tags },
    )
    const given = rate.read()
    setFailure(undefined)
    if (!parsed.ok || !given.ok) {
      if (parsed.ok) return
      setIssues(parsed.failure)
      if (parsed.failure.some(isHidden)) setMore(true)
      return
    }
    if (saving.current) return
    saving.current = true
    // What is quick says nothing of itself.
    const slow = setTimeout(() => setSlow(true), patience)
    const isWritten = await write({ ...parsed.value, ...given.value })
    saving.current = false
    clearTimeout(slow)
    setSlow(false)
    if (!isWritten) return
    dropDraft(form)
    onSaved?.()
    if (!wantsNext) return onClose()
    rate.reset()
    setDraft({ ...empty, type: draft.type, date: draft.date })
    amountRef.current?.focus()
  }

  /** Whether it was written; what failed stands in the form. */
  async function write(fields: TransactionFields): Promise<boolean> {
    const receipt = await acts.save(
      edits === undefined
        ? [{ change: 'create', doc: newTransaction(fields) }]
        : [
            {
              change: 'edit',
              target: { ids: [edits._id] },
              set:
                fields.type === 'transfer'
                  ? fields
                  : { ...fields, joined: undefined },
            },
          ],
      edits === undefined
        ? t('transactions.added')
        : t('transactions.changed', { count: 1 }),
      setFailure,
    )
    if (receipt === undefined) return false
    if (files.length === 0) return true
    await attach(edits?._id ?? receipt.ids[0] ?? '', files)
    setFiles([])
    return true
  }

  const isTransfer = draft.type === 'transfer'
  const description = (
    <DescriptionField
      draft={draft}
      payee={names.payee(payee)}
      tags={names.lookups?.tags ?? []}
      issue={issueOf('description')}
      onChange={text => change('description', text)}
    />
  )
  return (
    <form
      className={styles['form']}
      // Not <form action>: React clears what was typed, even when we refuse it.
      onSubmit={event => {
        event.preventDefault()
        void save(edits === undefined)
      }}
    >
      <Segments
        label={t('common.type')}
        value={draft.type}
        choices={transactionTypes.map(id => ({ id, name: t(`common.${id}`) }))}
        onChange={type => change('type', type)}
      />
      {issueOf('type') !== undefined && (
        <Notice isBad>{issueOf('type')}</Notice>
      )}
      {edits === undefined && (
        <FillChips draft={draft} names={names} onFill={fill} />
      )}
      <AmountField
        label={`${t('common.amount')} (${currency})`}
        value={draft.amount}
        onChange={text => change('amount', text)}
        issue={issueOf('amount')}
        computed={computedOf(draft.amount, currency, locale)}
        autoFocus={!isScan}
        inputRef={amountRef}
      />
      {!isTransfer && description}
      <WhatFields
        draft={draft}
        category={draft.category || suggested.category}
        split={split}
        minor={minor}
        currency={currency}
        toCurrency={toCurrency}
        names={names}
        issues={issues}
        onChange={changeAll}
      />
      {isTransfer && description}
      <DateField
        label={t('common.date')}
        value={draft.date}
        onChange={date => change('date', date)}
        issue={issueOf('date')}
      />
      {rate.line !== undefined && <RateLine {...rate.line} />}
      <MoreFields
        isOpen={isMore}
        draft={draft}
        payee={payee}
        split={split}
        minor={minor}
        currency={currency}
        names={names}
        issues={issues}
        onOpen={setMore}
        onChange={changeAll}
      />
      <ReceiptFiles files={files} isFirst={isScan} onChange={setFiles} />
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      <DialogActions>
        {edits === undefined && (
          <Button type="submit" isPending={isSlow}>
            {t('transactions.saveAndNext')}
          </Button>
        )}
        <Button
          kind="primary"
          type={edits === undefined ? 'button' : 'submit'}
          isPending={isSlow}
          {...(edits === undefined && { onPress: () => void save(false) })}
        >
          {t('common.save')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** An amount is in the currency of its account. */
function currencyOf(
  account: string,
  edits: TransactionDoc | undefined,
  names: Names,
): string {
  if (edits !== undefined && edits.account === (account || undefined)) {
    return edits.currency
  }
  const chosen = names.lookups?.accounts.find(({ _id }) => _id === account)
  return chosen?.currency ?? edits?.currency ?? names.currency
}

function asType(text: string): TransactionDoc['type'] {
  return transactionTypes.find(type => type === text) ?? 'expense'
}

/** Whether its field stands below "more". */
function isHidden(issue: DraftIssue): boolean {
  return hidden.has(issue.field) || isOfShares(issue)
}

const hidden: ReadonlySet<string> = new Set(['notes', 'tags', 'member'])

/** The field of the form that a field of the draft is typed in. */
function fieldOf(field: DraftIssue['field']): string {
  return field === 'parts' || field === 'forWhom' ? 'split' : field
}

function newTransaction(fields: TransactionFields): NewDoc {
  return { kind: 'transaction', ...fields }
}
