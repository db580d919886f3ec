import { useState } from 'react'
import { hasParts } from '../../acts/post-dialog.tsx'
import type { Repeatable } from '@ourmoney/shared/capture/repeatable.ts'
import {
  isLastOfMonth,
  usualRhythms,
} from '@ourmoney/shared/recurring/usual-rhythms.ts'
import { transactionTypes } from '@ourmoney/shared/transaction/transaction.ts'
import type { LookupsAnswer } from '../../data/views/names.ts'
import type { RecurringRule } from '../../data/views/recurring.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Button } from '../../ui/button.tsx'
import { categoryChoices } from '../../ui/category-choices.tsx'
import { Check } from '../../ui/check.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { ComboField } from '../../ui/combo-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { today } from '../../ui/dates.ts'
import { Dialog, DialogActions, DialogForm } from '../../ui/dialog.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { rhythmWords } from '../../words/rhythm-words.ts'
import { useTypedAmount } from '../../words/use-typed-amount.ts'
import { useWords } from '../../words/words.ts'
import {
  draftOfFields,
  draftOfRule,
  emptyRule,
  readRule,
  type RuleDraft,
} from './rule-draft.ts'
import styles from './recurring.module.css'
import { useRecurringActs } from './use-recurring-acts.ts'

type RuleDialogProps = {
  /** Nothing for a new one. */
  readonly rule: RecurringRule | undefined
  /** A transaction that a new one is made of, with the day that it comes again. */
  readonly of?:
    { readonly fields: Repeatable; readonly first: string } | undefined
  readonly lookups: LookupsAnswer
  readonly onClose: () => void
}

const postings = ['on-confirmation', 'on-the-day'] as const

export function RuleDialog(props: RuleDialogProps) {
  const { t } = useWords()
  return (
    <Dialog
      title={
        props.rule === undefined
          ? t('recurring.newTitle')
          : t('recurring.editTitle')
      }
      closeLabel={t('common.close')}
      isOpen
      onClose={props.onClose}
    >
      <RuleForm {...props} />
    </Dialog>
  )
}

function RuleForm({ rule, of, lookups, onClose }: RuleDialogProps) {
  const { t, locale } = useWords()
  const acts = useRecurringActs()
  const [draft, setDraft] = useState(() =>
    rule === undefined
      ? of === undefined
        ? emptyRule(today())
        : draftOfFields(of.fields, of.first, locale)
      : draftOfRule(
          rule.doc,
          rule.draft ?? {},
          rule.next ?? rule.doc.start,
          locale,
        ),
  )
  const [isTried, setTried] = useState(false)
  const set = (fields: Partial<RuleDraft>) => setDraft({ ...draft, ...fields })
  const base = lookups.ledger?.currency ?? 'EUR'
  const kept = rule === undefined ? of?.fields : rule.draft
  const currency =
    lookups.accounts.find(({ _id }) => _id === draft.account)?.currency ??
    (draft.account === undefined ? (kept?.currency ?? base) : base)
  const amount = useTypedAmount(draft.amount, currency)
  const read = readRule(draft, {
    currency,
    locale,
    before: rule && { rule: rule.doc, next: rule.next ?? rule.doc.start },
    fields: kept,
  })
  const issueOf = (field: string) => {
    const found =
      !isTried || read.ok
        ? undefined
        : read.issues.find(issue => issue.field === field)
    return found && t(`recurring.issue_${found.code}`)
  }

  async function save() {
    setTried(true)
    if (!read.ok || amount.minor === undefined) return
    const { fields } = read
    const done =
      rule === undefined
        ? await acts.create(fields)
        : await acts.change(rule, fields)
    if (done !== undefined) onClose()
  }

  const isTransfer = draft.type === 'transfer'
  const first = draft.first || today()
  return (
    <DialogForm onSubmit={() => void save()}>
      <Segments
        label={t('common.type')}
        value={draft.type}
        choices={transactionTypes.map(id => ({ id, name: t(`common.${id}`) }))}
        onChange={type => set({ type, category: undefined })}
      />
      <AmountField
        label={`${t('common.amount')} (${currency})`}
        value={draft.amount}
        onChange={text => set({ amount: text })}
        issue={isTried ? amount.issue : undefined}
        computed={
          kept !== undefined && hasParts(kept)
            ? t('recurring.parts')
            : undefined
        }
        autoFocus
      />
      <TextField
        label={t('recurring.name')}
        value={draft.name}
        onChange={name => set({ name })}
        issue={issueOf('name')}
      />
      <Where
        draft={draft}
        lookups={lookups}
        issue={issueOf('toAccount')}
        onChange={set}
      />
      <ChoiceField
        label={t('recurring.how')}
        value={draft.rhythm}
        choices={[
          ...usualRhythms.map(id => ({ id, name: everyOf(id) })),
          ...(rule !== undefined && draft.rhythm === 'own'
            ? [
                {
                  id: 'own',
                  name: rhythmWords(rule.doc.rrule, rule.doc.start, t, locale),
                },
              ]
            : []),
        ]}
        onChange={id =>
          set({ rhythm: usualRhythms.find(each => each === id) ?? 'own' })
        }
      />
      <DateField
        label={
          rule === undefined ? t('recurring.first') : t('recurring.nextOn')
        }
        value={draft.first}
        onChange={day => set({ first: day })}
        issue={issueOf('first')}
      />
      {draft.rhythm.startsWith('month') && isLastOfMonth(first) && (
        <Check isSelected={draft.isLast} onChange={isLast => set({ isLast })}>
          {t('recurring.isLast')}
        </Check>
      )}
      <div className={styles['posting']}>
        <Segments
          label={t('recurring.posting')}
          value={draft.post}
          choices={postings.map(id => ({
            id,
            name: t(`recurring.post_${id}`),
          }))}
          onChange={post => set({ post })}
        />
        <p className={styles['quiet']}>{t(`recurring.note_${draft.post}`)}</p>
      </div>
      {!isTransfer && <Who draft={draft} lookups={lookups} onChange={set} />}
      <DialogActions>
        <Button type="submit" kind="primary">
          {t('common.save')}
        </Button>
      </DialogActions>
    </DialogForm>
  )

  function everyOf(id: (typeof usualRhythms)[number]): string {
    const [unit, number] = id.split('-')
    const count = Number(number)
    if (unit === 'week') return t('recurring.every_WEEKLY', { count })
    return count === 12
      ? t('recurring.every_YEARLY', { count: 1 })
      : t('recurring.every_MONTHLY', { count })
  }
}

type PartProps = {
  readonly draft: RuleDraft
  readonly lookups: LookupsAnswer
  readonly onChange: (fields: Partial<RuleDraft>) => void
}

/** Where the money moves, and for what. */
function Where({
  draft,
  lookups,
  issue,
  onChange,
}: PartProps & { readonly issue: string | undefined }) {
  const { t } = useWords()
  const isTransfer = draft.type === 'transfer'
  const accounts = lookups.accounts
    .filter(
      ({ _id, closed }) =>
        closed !== true || _id === draft.account || _id === draft.toAccount,
    )
    .map(({ _id, name }) => ({ id: _id, name }))
  return (
    <>
      {!isTransfer && (
        <ComboField
          label={t('common.category')}
          value={draft.category}
          placeholder={t('common.noCategory')}
          choices={categoryChoices(
            lookups.categories.filter(
              each =>
                each._id === draft.category ||
                (each.archived !== true && each.type === draft.type),
            ),
          )}
          onChange={category => onChange({ category })}
        />
      )}
      <ComboField
        label={isTransfer ? t('transfers.from') : t('common.account')}
        value={draft.account}
        placeholder={t('common.none')}
        choices={accounts}
        onChange={account => onChange({ account })}
      />
      {isTransfer && (
        <ComboField
          label={t('common.toAccount')}
          value={draft.toAccount}
          choices={accounts}
          onChange={toAccount => onChange({ toAccount })}
          issue={issue}
        />
      )}
    </>
  )
}

function Who({ draft, lookups, onChange }: PartProps) {
  const { t } = useWords()
  const named = (
    docs: readonly {
      readonly _id: string
      readonly name: string
      readonly archived?: boolean | undefined
    }[],
    chosen: string | undefined,
  ) =>
    docs
      .filter(({ _id, archived }) => archived !== true || _id === chosen)
      .map(({ _id, name }) => ({ id: _id, name }))
  return (
    <>
      {lookups.payees.length > 0 && (
        <ComboField
          label={t('names.payee')}
          value={draft.payee}
          placeholder={t('common.none')}
          choices={named(lookups.payees, draft.payee)}
          onChange={payee => onChange({ payee })}
        />
      )}
      {lookups.members.length > 1 && (
        <ComboField
          label={t('common.member')}
          value={draft.member}
          placeholder={t('common.none')}
          choices={named(lookups.members, draft.member)}
          onChange={member => onChange({ member })}
        />
      )}
    </>
  )
}
