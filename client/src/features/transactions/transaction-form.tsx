import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { parseAmount } from '@ourmoney/shared/money/parse-amount.ts'
import { formatMoney } from '@ourmoney/shared/money/format-money.ts'
import { newId } from '@ourmoney/shared/sync/ids.ts'
import type { TransactionDoc } from '@ourmoney/shared/sync/kinds.ts'
import {
  parseDraft,
  type DraftIssue,
  type TransactionFields,
} from '@ourmoney/shared/transaction/parse-draft.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import { act, undoAct } from '../../data/acts.ts'
import { useLedger, useView } from '../../data/hooks.tsx'
import type { NewDoc } from '../../data/ledger.ts'
import { dropDraft, keepDraft, readDraft } from '../../platform/keep-draft.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { CategoryIcon, colourOf } from '../../ui/category-icon.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useProblem } from '../../words/use-problem.ts'
import { useWords } from '../../words/words.ts'
import type { Draft } from './draft.ts'
import { RateLine } from './rate-line.tsx'
import styles from './transactions.module.css'
import { useFormRate } from './use-form-rate.ts'
import type { Names } from './use-names.ts'

type TransactionFormProps = {
  /** Under this name what is typed is kept until it is saved. */
  readonly form: string
  readonly empty: Draft
  readonly edits?: TransactionDoc | undefined
  readonly names: Names
  readonly onClose: () => void
}

export function TransactionForm({
  form,
  empty,
  edits,
  names,
  onClose,
}: TransactionFormProps) {
  const { t, locale } = useWords()
  const ledger = useLedger()
  const problem = useProblem()
  const [draft, setDraft] = useState(() => readDraft(form, empty))
  const [issues, setIssues] = useState<readonly DraftIssue[]>([])
  const [failure, setFailure] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const [isMore, setMore] = useState(
    edits !== undefined && Boolean(edits.notes || edits.tags?.length),
  )
  const amountRef = useRef<HTMLInputElement>(null)
  const currency = currencyOf(draft.account, edits, names)
  const rate = useFormRate(
    { type: asType(draft.type), currency, date: draft.date },
    names.currency,
    edits,
  )
  const suggestion = useSuggestedCategory(draft, edits === undefined, names)

  function change(field: keyof Draft, value: string) {
    setDraft(now => {
      const next = { ...now, [field]: value }
      keepDraft(form, next)
      return next
    })
    setIssues(issues.filter(issue => issue.field !== field))
  }

  const issueOf = (field: keyof Draft) => {
    const found = issues.find(issue => issue.field === field)
    return found && t(`problems.draft_${found.code}`)
  }

  async function save(wantsNext: boolean) {
    const parsed = parseDraft(
      { ...draft, category: draft.category || suggestion },
      { currency, locale },
    )
    const given = rate.read()
    setFailure(undefined)
    if (!parsed.ok || !given.ok) {
      if (parsed.ok) return
      setIssues(parsed.failure)
      if (parsed.failure.some(({ field }) => hidden.has(field))) setMore(true)
      return
    }
    setSaving(true)
    try {
      await write({ ...parsed.value, ...given.value })
      dropDraft(form)
      if (!wantsNext) return onClose()
      rate.reset()
      setDraft({ ...empty, type: draft.type, date: draft.date })
      amountRef.current?.focus()
    } catch (error) {
      setFailure(problem(error))
    } finally {
      setSaving(false)
    }
  }

  async function write(fields: TransactionFields) {
    const receipt = await act(
      ledger,
      edits === undefined
        ? [{ change: 'create', doc: newTransaction(fields) }]
        : [{ change: 'edit', target: { ids: [edits._id] }, set: fields }],
    )
    if (receipt.ids.length === 0) return
    showToast(
      edits === undefined
        ? t('transactions.added')
        : t('transactions.changed', { count: 1 }),
      {
        name: t('common.undo'),
        onPress: () => void undoAct(ledger, receipt.act),
      },
    )
  }

  const isTransfer = draft.type === 'transfer'
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
      <AmountField
        label={`${t('common.amount')} (${currency})`}
        value={draft.amount}
        onChange={text => change('amount', text)}
        issue={issueOf('amount')}
        computed={computedOf(draft.amount, currency, locale)}
        autoFocus
        inputRef={amountRef}
      />
      <DescriptionField
        draft={draft}
        issue={issueOf('description')}
        onChange={text => change('description', text)}
      />
      {isTransfer ? (
        <div className={styles['pair']}>
          <AccountField
            label={t('common.account')}
            value={draft.account}
            names={names}
            issue={issueOf('account')}
            onChange={id => change('account', id)}
          />
          <AccountField
            label={t('common.toAccount')}
            value={draft.toAccount}
            names={names}
            issue={issueOf('toAccount')}
            onChange={id => change('toAccount', id)}
          />
        </div>
      ) : (
        <CategoryField
          type={draft.type}
          value={draft.category || suggestion}
          names={names}
          onChange={id => change('category', id ?? '')}
        />
      )}
      <DateField
        label={t('common.date')}
        value={draft.date}
        onChange={date => change('date', date)}
        issue={issueOf('date')}
      />
      {rate.line !== undefined && <RateLine {...rate.line} />}
      {isMore ? (
        <>
          <div className={styles['pair']}>
            {!isTransfer && (
              <AccountField
                label={t('common.account')}
                value={draft.account}
                names={names}
                issue={issueOf('account')}
                onChange={id => change('account', id)}
              />
            )}
            <MemberField
              value={draft.member}
              names={names}
              onChange={id => change('member', id ?? '')}
            />
          </div>
          <TextField
            label={t('common.tags')}
            note={t('transactions.tagsNote')}
            value={draft.tags}
            onChange={text => change('tags', text)}
            issue={issueOf('tags')}
          />
          <TextField
            label={t('common.notes')}
            value={draft.notes}
            onChange={text => change('notes', text)}
            issue={issueOf('notes')}
            isMultiline
          />
        </>
      ) : null}
      <div className={styles['more']}>
        <Button kind="plain" onPress={() => setMore(!isMore)}>
          {isMore ? (
            <IconChevronUp size={18} aria-hidden />
          ) : (
            <IconChevronDown size={18} aria-hidden />
          )}
          {isMore ? t('common.less') : t('transactions.moreFields')}
        </Button>
      </div>
      {failure !== undefined && <Notice isBad>{failure}</Notice>}
      <DialogActions>
        {edits === undefined && (
          <Button type="submit" isPending={isSaving}>
            {t('transactions.saveAndNext')}
          </Button>
        )}
        <Button
          kind="primary"
          type={edits === undefined ? 'button' : 'submit'}
          isPending={isSaving}
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

/** Fields that stand below "more". */
const hidden: ReadonlySet<string> = new Set(['notes', 'tags', 'member'])

function newTransaction(fields: TransactionFields): NewDoc {
  return { kind: 'transaction', ...fields }
}

/** Shown once it is more than the number itself: a sum, or a text that could be read otherwise. */
function computedOf(
  text: string,
  currency: string,
  locale: string,
): string | undefined {
  const parsed = parseAmount(text, { currency, locale })
  return parsed.ok
    ? `= ${formatMoney(parsed.value, currency, locale)}`
    : undefined
}

/** The category that this description had last, until the person chooses one. */
function useSuggestedCategory(draft: Draft, isNew: boolean, names: Names) {
  const answer = useView({
    view: 'suggestion',
    description: draft.description,
    type: draft.type === 'income' ? 'income' : 'expense',
  })
  if (!isNew || draft.category !== '' || draft.type === 'transfer') return ''
  const category = names.category(answer?.category)
  return category?.type === draft.type ? category._id : ''
}

type DescriptionFieldProps = {
  readonly draft: Draft
  readonly issue: string | undefined
  readonly onChange: (text: string) => void
}

function DescriptionField({ draft, issue, onChange }: DescriptionFieldProps) {
  const { t } = useWords()
  const answer = useView({
    view: 'suggestion',
    description: draft.description,
    type: draft.type === 'income' ? 'income' : 'expense',
  })
  const [isTyping, setTyping] = useState(false)
  const others = (answer?.descriptions ?? [])
    .filter(each => each !== draft.description)
    .slice(0, 4)
  return (
    <>
      <TextField
        label={t('common.description')}
        placeholder={t('transactions.whatWasIt')}
        value={draft.description}
        onChange={text => {
          setTyping(true)
          onChange(text)
        }}
        issue={issue}
      />
      {isTyping && draft.description.length > 1 && (
        <div className={styles['suggestions']}>
          {others.map(each => (
            <Chip
              key={each}
              onPress={() => {
                setTyping(false)
                onChange(each)
              }}
            >
              {each}
            </Chip>
          ))}
        </div>
      )}
    </>
  )
}

type PickFieldProps = {
  readonly value: string
  readonly names: Names
  readonly onChange: (id: string | undefined) => void
}

function CategoryField({
  type,
  value,
  names,
  onChange,
}: PickFieldProps & { readonly type: string }) {
  const { t } = useWords()
  const create = useCreate(onChange)
  const isIncome = type === 'income'
  const choices = (names.lookups?.categories ?? [])
    .filter(
      each =>
        each._id === value ||
        (each.archived !== true && (each.type === 'income') === isIncome),
    )
    .map(each => ({
      id: each._id,
      name: each.name,
      icon: (
        <CategoryIcon
          icon={each.icon}
          colour={each.colour ?? colourOf(each._id)}
          isSmall
        />
      ),
    }))
  return (
    <ComboField
      label={t('common.category')}
      value={value || undefined}
      choices={choices}
      placeholder={t('common.noCategory')}
      onChange={onChange}
      create={name => t('transactions.createCategory', { name })}
      onCreate={name =>
        create({
          kind: 'category',
          name,
          type: isIncome ? 'income' : 'expense',
        })
      }
    />
  )
}

function MemberField({ value, names, onChange }: PickFieldProps) {
  const { t } = useWords()
  const create = useCreate(onChange)
  return (
    <ComboField
      label={t('common.member')}
      placeholder={t('common.none')}
      value={value || undefined}
      choices={(names.lookups?.members ?? [])
        .filter(each => each.archived !== true || each._id === value)
        .map(each => ({ id: each._id, name: each.name }))}
      onChange={onChange}
      create={name => t('transactions.createMember', { name })}
      onCreate={name => create({ kind: 'member', name })}
    />
  )
}

/** Makes what is missing and chooses it. */
function useCreate(onChange: (id: string) => void) {
  const ledger = useLedger()
  const problem = useProblem()
  return (doc: NewDoc) => {
    const _id = newId(doc.kind, Date.now(), Math.random)
    act(ledger, [{ change: 'create', doc: { ...doc, _id } }])
      .then(() => onChange(_id))
      .catch((error: unknown) => showToast(problem(error)))
  }
}

type AccountFieldProps = {
  readonly label: string
  readonly value: string
  readonly names: Names
  readonly issue: string | undefined
  readonly onChange: (id: string) => void
}

function AccountField({
  label,
  value,
  names,
  issue,
  onChange,
}: AccountFieldProps) {
  const { t } = useWords()
  const create = useCreate(onChange)
  const accounts = names.lookups?.accounts ?? []
  return (
    <ComboField
      label={label}
      placeholder={t('common.none')}
      value={value || undefined}
      issue={issue}
      choices={accounts
        .filter(each => each.closed !== true || each._id === value)
        .map(each => ({ id: each._id, name: each.name }))}
      onChange={id => onChange(id ?? '')}
      create={name => t('transactions.createAccount', { name })}
      onCreate={name =>
        create({
          kind: 'account',
          name,
          type: 'other',
          currency: names.currency,
        })
      }
    />
  )
}
